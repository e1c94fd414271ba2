-- How many users nobody knows the staged orders would make known.
-- in: intake. out: one number. Reads only.
select count(*)
from activity.missing_users(:intake)
