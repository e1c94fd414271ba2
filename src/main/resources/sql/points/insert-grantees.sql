-- Keeps the users chosen for a grant, those who are there.
-- in: grant. out: rows written. Safe to repeat: a user is chosen once.
insert into points.grantee (user_id, grant_id, chosen_id)
select u.user_id, :grant, u.user_id
from users.users u
where u.user_id in (select c.user_id from chosen_grantee c)
order by u.user_id
on conflict do nothing
