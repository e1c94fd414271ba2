-- Refuses staged rows whose order number stands in an earlier row; the first one counts, unless it is refused because it names two users.
-- in: intake. Safe to repeat.
with candidates as (
  select r.line_no, r.kind, r.order_no, v.user_id, v.matched_by
  from activity.intake_repeat p
  join activity.intake_row r on r.intake_id = :intake and r.kind = p.kind and r.order_no = p.order_no
  left join activity.intake_verdict v on v.intake_id = :intake and v.line_no = r.line_no
  where p.intake_id = :intake
    and v.other_user_id is null
), first as (
  select kind, order_no, min(line_no) as line_no
  from candidates
  group by kind, order_no
)
insert into activity.intake_verdict (intake_id, line_no, outcome, user_id, matched_by, reason, reason_fact)
select :intake, c.line_no, 'REJECTED', c.user_id, c.matched_by, 'REPEATED_ORDER', f.line_no::text
from candidates c
join first f on f.kind = c.kind and f.order_no = c.order_no
where c.line_no > f.line_no
on conflict (intake_id, line_no) do update
set outcome = excluded.outcome,
    reason = excluded.reason,
    reason_fact = excluded.reason_fact
