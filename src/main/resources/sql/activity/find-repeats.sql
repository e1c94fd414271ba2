-- Finds the order numbers that more than one staged row gives.
-- in: intake. out: how many. Safe to repeat after delete-repeats.
insert into activity.intake_repeat (intake_id, kind, order_no)
select :intake, r.kind, r.order_no
from activity.intake_row r
where r.intake_id = :intake
  and r.order_no in (select s.order_no from activity.intake_row s where s.intake_id = :intake and s.maybe_repeated)
group by r.kind, r.order_no
having count(*) > 1
