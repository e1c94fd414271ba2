-- How many users are fictional. out: one number. Reads only.
select count(*)
from users.users
where demo
