-- One user's personal data.
-- in: id. out: at most one row. Reads only.
select name, phone, email, birthday
from users.users
where user_id = :id
