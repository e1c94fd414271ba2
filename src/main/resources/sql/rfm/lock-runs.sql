-- One run at a time, until the transaction ends. Safe to repeat.
select pg_advisory_xact_lock(hashtextextended('rfm.run', 0))
