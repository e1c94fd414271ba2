-- What a user did besides buying, the latest first.
-- in: users (numbers with commas between), at and key (all are below them), limit. Reads only.
select happened_at as at, behaviour_id as key, type, count, attributes
from activity.behaviour
where user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  and (happened_at, behaviour_id) < (:at, :key)
order by happened_at desc, behaviour_id desc
limit :limit
