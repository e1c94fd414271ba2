-- Opens an account for a user who is there, and stays until this is over.
-- in: user. out: rows written. Safe to repeat: there is one account.
insert into points.account (user_id)
select u.user_id
from users.users u
where u.user_id = :user
for key share
on conflict (user_id) do nothing
