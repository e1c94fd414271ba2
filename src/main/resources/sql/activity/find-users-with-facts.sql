-- The users that would go with an intake, or are only kept for later ones, and have orders or behaviour.
-- in: intake. out: user_id. Reads only.
select u.user_id
from users.users u
where (u.created_by = :intake or u.withdrawn)
  and (
    exists (select from activity.order_fact o where o.user_id = u.user_id)
    or exists (select from activity.behaviour b where b.user_id = u.user_id)
  )
