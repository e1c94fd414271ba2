-- How many users there are. out: one number. Reads only.
select count(*)
from users.users
