-- Refuses staged rows whose user stands in an earlier row that is not refused; the first one counts.
-- in: intake. Safe to repeat.
with first as (
  select v.user_id, min(v.line_no) as line_no
  from users.intake_repeat p
  join users.intake_verdict v on v.intake_id = :intake and v.user_id = p.value::bigint
  where p.intake_id = :intake
    and p.kind = 'USER'
    and v.outcome <> 'REJECTED'
  group by v.user_id
)
update users.intake_verdict v
set outcome = 'REJECTED',
    reason = 'REPEATED_USER',
    reason_fact = f.line_no::text
from first f
where v.intake_id = :intake
  and v.user_id = f.user_id
  and v.outcome <> 'REJECTED'
  and v.line_no > f.line_no
