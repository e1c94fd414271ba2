-- How many tags an intake took away, and how many of them can no longer be given back, because the user has gone.
-- in: intake. out: taken, gone. Reads only.
select count(*) as taken, count(*) filter (where u.user_id is null) as gone
from tags.taken_tag k
left join users.users u on u.user_id = k.user_id
where k.taken_by = :intake
