-- How many users have a value of each attribute.
-- out: code, users. Reads only.
select a.code, count(*) as users
from users.users u
cross join lateral jsonb_object_keys(u.attributes) a (code)
where u.attributes <> '{}'
group by a.code
