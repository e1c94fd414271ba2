-- The users nobody knows that the staged orders would make known, each as it is first seen.
-- in: intake. out: kind, value, seen_at, channel. Reads only.
select distinct on (kind, value) kind, value, seen_at, channel
from (
  select case
           when r.external_id is not null then 'EXTERNAL_ID'
           when r.phone is not null then 'PHONE'
           else 'EMAIL'
         end as kind,
         coalesce(r.external_id, r.phone, r.email) as value,
         r.paid_at as seen_at,
         r.channel
  from activity.intake_verdict v
  join activity.intake_row r on r.intake_id = :intake and r.line_no = v.line_no
  where v.intake_id = :intake
    and v.outcome = 'CREATED'
) missing
order by kind, value, seen_at
