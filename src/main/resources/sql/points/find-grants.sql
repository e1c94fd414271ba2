-- Grants, the latest first.
-- in: grant, state (each null for all), limit, offset. Reads only.
select grant_id, name, amount, reason, expires_on, chosen, whom, whom_zh, list, users, state, day, requested_by, requested_by_name, requested_at, decided_by_name,
  decided_at, decided_why, withdrawn_by_name, withdrawn_at, given_users, given_points, settled_points, left_points, expired_points, taken_back_users, taken_back_points,
  added_up_at
from points.bulk_grant
where (cast(:grant as bigint) is null or grant_id = cast(:grant as bigint))
  and (cast(:state as text) is null or state = cast(:state as text))
order by grant_id desc
limit :limit
offset :offset
