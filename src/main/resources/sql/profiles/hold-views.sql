-- Lets nothing else of this member of staff's change views until the transaction ends: a form sent twice is not saved twice.
-- In: :staff. Safe to repeat.
select pg_advisory_xact_lock(hashtextextended('profiles.list_view', :staff))
