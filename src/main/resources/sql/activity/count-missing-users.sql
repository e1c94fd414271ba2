-- How many users nobody knows the staged orders would make known.
-- in: intake. out: one number. Reads only.
select count(distinct coalesce('E' || external_id, 'P' || phone, 'M' || email))
from activity.intake_row
where intake_id = :intake
  and outcome = 'CREATED'
  and user_id is null
