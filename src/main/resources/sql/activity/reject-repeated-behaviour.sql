-- Refuses staged rows whose user, type and time stand in an earlier row that is not refused; the first one counts. Who is not known yet is
-- told apart by the first identity that counts and that the row gives.
-- in: intake, first, second, third (kinds of identity; empty where fewer count). Safe to repeat.
with named as (
  select r.line_no, r.type, r.happened_at,
         coalesce(
           'U' || r.user_id,
           case :first when 'EXTERNAL_ID' then 'E' || r.external_id when 'PHONE' then 'P' || r.phone when 'EMAIL' then 'M' || r.email end,
           case :second when 'EXTERNAL_ID' then 'E' || r.external_id when 'PHONE' then 'P' || r.phone when 'EMAIL' then 'M' || r.email end,
           case :third when 'EXTERNAL_ID' then 'E' || r.external_id when 'PHONE' then 'P' || r.phone when 'EMAIL' then 'M' || r.email end
         ) as who
  from activity.behaviour_intake_row r
  where r.intake_id = :intake
    and r.outcome is null
), placed as (
  select line_no, min(line_no) over (partition by who, type, happened_at) as first_line
  from named
  where who is not null
)
update activity.behaviour_intake_row r
set outcome = 'REJECTED',
    reason = 'REPEATED_ACTIVITY',
    reason_fact = p.first_line::text
from placed p
where r.intake_id = :intake
  and r.line_no = p.line_no
  and p.line_no > p.first_line
