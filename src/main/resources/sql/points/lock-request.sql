-- Holds an adjustment that waits, until the transaction ends.
-- in: request. out: at most one row. Safe to repeat.
select user_id, request_id, amount, reason, expires_on, requested_by, requested_by_name, requested_at, state, decided_by_name, decided_at, decided_why
from points.adjustment_request
where request_id = :request
for update
