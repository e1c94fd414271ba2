-- Refuses staged rows whose user stands in an earlier row that is not refused; the first one counts.
-- in: intake. Safe to repeat.
with first as (
  select user_id, min(line_no) as line_no
  from users.intake_row
  where intake_id = :intake
    and outcome is null
    and user_id is not null
  group by user_id
  having count(*) > 1
)
update users.intake_row r
set outcome = 'REJECTED',
    reason = 'REPEATED_USER',
    reason_fact = f.line_no::text
from first f
where r.intake_id = :intake
  and r.outcome is null
  and r.user_id = f.user_id
  and r.line_no > f.line_no
