-- Refuses staged rows whose e-mail stands in an earlier row that is not refused; the first one counts.
-- in: intake. Safe to repeat.
with first as (
  select email, min(line_no) as line_no
  from users.intake_row
  where intake_id = :intake
    and outcome is null
    and email is not null
  group by email
  having count(*) > 1
)
update users.intake_row r
set outcome = 'REJECTED',
    reason = 'REPEATED_EMAIL',
    reason_fact = f.line_no::text
from first f
where r.intake_id = :intake
  and r.outcome is null
  and r.email = f.email
  and r.line_no > f.line_no
