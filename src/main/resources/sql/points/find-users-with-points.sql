-- The users an undone intake would take with it, or that are only kept for later ones, who have points.
-- in: intake. Reads only.
select u.user_id
from users.users u
join points.account a on a.user_id = u.user_id
where u.created_by = :intake
  or u.withdrawn
