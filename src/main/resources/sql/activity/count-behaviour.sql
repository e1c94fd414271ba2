-- How many rows of activity a user has.
-- in: user. out: one number. Reads only.
select count(*)
from activity.behaviour
where user_id = :user
