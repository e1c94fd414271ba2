-- Adjustments that wait for a second manager, or that were decided, the latest first.
-- in: pending, limit, offset. Reads only.
select user_id, request_id, amount, reason, expires_on, requested_by, requested_by_name, requested_at, state, decided_by_name, decided_at, decided_why
from points.adjustment_request
where (state = 'PENDING') = :pending
order by request_id desc
limit :limit
offset :offset
