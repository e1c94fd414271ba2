-- Lets nobody else change the members of a segment until the transaction ends. in: segment. Safe to repeat.
select pg_advisory_xact_lock(hashtext('segments.member'), :segment::int)
