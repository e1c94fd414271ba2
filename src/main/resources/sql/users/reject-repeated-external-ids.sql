-- Refuses staged rows whose external id stands in an earlier row that is not refused; the first one counts.
-- in: intake. Safe to repeat.
with first as (
  select external_id, min(line_no) as line_no
  from users.intake_row
  where intake_id = :intake
    and outcome is null
    and external_id is not null
  group by external_id
  having count(*) > 1
)
update users.intake_row r
set outcome = 'REJECTED',
    reason = 'REPEATED_EXTERNAL_ID',
    reason_fact = f.line_no::text
from first f
where r.intake_id = :intake
  and r.outcome is null
  and r.external_id = f.external_id
  and r.line_no > f.line_no
