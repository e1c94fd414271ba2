-- Compares ledger, lots and debts, and keeps where they do not tell the same.
-- in: limit. out: rows written. Not safe to repeat before empty-drift.
insert into points.drift (user_id, what, kept, expected)
select d.user_id, d.what, d.kept, d.expected
from points.drift_now d
limit :limit
