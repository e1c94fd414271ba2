-- Adjustments of a user that wait for a second manager, the latest first.
-- in: user. out: the requests. Reads only.
select user_id, request_id, amount, reason, expires_on, requested_by, requested_by_name, requested_at, state, decided_by_name, decided_at, decided_why
from points.adjustment_request
where user_id = :user
  and state = 'PENDING'
order by request_id desc
