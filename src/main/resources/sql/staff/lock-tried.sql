-- Makes attempts on the same account or from the same address wait for each other until the transaction ends.
-- in: tried
-- out: one row that means nothing
-- safe to repeat: yes
select pg_advisory_xact_lock(hashtextextended(:tried, 0))
