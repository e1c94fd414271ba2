-- How many users nobody knows the staged activity would make known.
-- in: intake, first, second, third (kinds of identity; empty where fewer count). out: one number. Reads only.
select count(distinct coalesce(
  case :first when 'EXTERNAL_ID' then 'E' || external_id when 'PHONE' then 'P' || phone when 'EMAIL' then 'M' || email end,
  case :second when 'EXTERNAL_ID' then 'E' || external_id when 'PHONE' then 'P' || phone when 'EMAIL' then 'M' || email end,
  case :third when 'EXTERNAL_ID' then 'E' || external_id when 'PHONE' then 'P' || phone when 'EMAIL' then 'M' || email end
))
from activity.behaviour_intake_row
where intake_id = :intake
  and outcome = 'CREATED'
  and user_id is null
