-- Refuses staged rows whose external id stands in an earlier row that is not refused; the first one counts.
-- in: intake. Safe to repeat.
with candidates as (
  select r.line_no, r.external_id, v.user_id, v.matched_by
  from users.intake_repeat p
  join users.intake_row r on r.intake_id = :intake and r.external_id = p.value
  left join users.intake_verdict v on v.intake_id = :intake and v.line_no = r.line_no
  where p.intake_id = :intake
    and p.kind = 'EXTERNAL_ID'
    and v.outcome is distinct from 'REJECTED'
), first as (
  select external_id, min(line_no) as line_no
  from candidates
  group by external_id
)
insert into users.intake_verdict (intake_id, line_no, outcome, user_id, matched_by, reason, reason_fact)
select :intake, c.line_no, 'REJECTED', c.user_id, c.matched_by, 'REPEATED_EXTERNAL_ID', f.line_no::text
from candidates c
join first f on f.external_id = c.external_id
where c.line_no > f.line_no
on conflict (intake_id, line_no) do update
set outcome = excluded.outcome,
    reason = excluded.reason,
    reason_fact = excluded.reason_fact
