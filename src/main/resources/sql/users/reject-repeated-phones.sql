-- Refuses staged rows whose phone stands in an earlier row that is not refused; the first one counts.
-- in: intake. Safe to repeat.
with candidates as (
  select r.line_no, r.phone, v.user_id, v.matched_by
  from users.intake_repeat p
  join users.intake_row r on r.intake_id = :intake and r.phone = p.value
  left join users.intake_verdict v on v.intake_id = :intake and v.line_no = r.line_no
  where p.intake_id = :intake
    and p.kind = 'PHONE'
    and v.outcome is distinct from 'REJECTED'
), first as (
  select phone, min(line_no) as line_no
  from candidates
  group by phone
)
insert into users.intake_verdict (intake_id, line_no, outcome, user_id, matched_by, reason, reason_fact)
select :intake, c.line_no, 'REJECTED', c.user_id, c.matched_by, 'REPEATED_PHONE', f.line_no::text
from candidates c
join first f on f.phone = c.phone
where c.line_no > f.line_no
on conflict (intake_id, line_no) do update
set outcome = excluded.outcome,
    reason = excluded.reason,
    reason_fact = excluded.reason_fact
