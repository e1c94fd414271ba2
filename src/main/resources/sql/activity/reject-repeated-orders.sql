-- Refuses staged rows whose order number stands in an earlier row that is not refused; the first one counts.
-- in: intake. Safe to repeat.
with first as (
  select kind, order_no, min(line_no) as line_no
  from activity.intake_row
  where intake_id = :intake
    and outcome is null
  group by kind, order_no
  having count(*) > 1
)
update activity.intake_row r
set outcome = 'REJECTED',
    reason = 'REPEATED_ORDER',
    reason_fact = f.line_no::text
from first f
where r.intake_id = :intake
  and r.outcome is null
  and r.kind = f.kind
  and r.order_no = f.order_no
  and r.line_no > f.line_no
