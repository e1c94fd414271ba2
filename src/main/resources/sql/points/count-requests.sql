-- How many adjustments wait, or were decided.
-- in: pending. out: one number. Reads only.
select count(*)
from points.adjustment_request
where (state = 'PENDING') = :pending
