-- Forgets what intakes of fictional orders brought.
-- Safe to repeat after delete-demo-orders.
delete from activity.order_intake i
where not exists (
  select
  from activity.order_fact o
  where o.intake_id = i.intake_id
)
