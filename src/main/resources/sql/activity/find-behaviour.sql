-- A user's activity, the newest first.
-- in: user, limit, offset. Reads only.
select behaviour_id, type, happened_at, count, attributes, demo
from activity.behaviour
where user_id = :user
order by happened_at desc, behaviour_id desc
limit :limit
offset :offset
