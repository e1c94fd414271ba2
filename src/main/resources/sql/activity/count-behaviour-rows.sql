-- How many rows of activity are staged.
-- in: intake. out: one number. Reads only.
select count(*)
from activity.behaviour_intake_row
where intake_id = :intake
