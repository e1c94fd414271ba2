-- Whom an adjustment that was asked for is about.
-- in: request. out: at most one user. Reads only.
select user_id
from points.adjustment_request
where request_id = :request
