-- The users nobody knows that the staged orders would make known, each as it is first seen.
-- in: intake. out: kind, value, seen_at, channel. Reads only.
select distinct on (kind, value) kind, value, seen_at, channel
from (
  select case
           when external_id is not null then 'EXTERNAL_ID'
           when phone is not null then 'PHONE'
           else 'EMAIL'
         end as kind,
         coalesce(external_id, phone, email) as value,
         paid_at as seen_at,
         channel
  from activity.intake_row
  where intake_id = :intake
    and outcome = 'CREATED'
    and user_id is null
) missing
order by kind, value, seen_at
