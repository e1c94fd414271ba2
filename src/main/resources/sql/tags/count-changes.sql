-- How many changes of one user's tags there are.
-- in: user. out: one number. Reads only.
select count(*)
from tags.tag_change
where user_id = :user
