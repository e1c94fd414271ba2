-- Keeps what an intake brought, in one row.
-- in: intake. Safe to repeat.
insert into activity.order_intake (intake_id, orders, refunds, last_order_at)
select :intake, count(*) filter (where kind = 'ORDER'), count(*) filter (where kind = 'REFUND'),
  max(paid_at) filter (where kind = 'ORDER')
from activity.order_fact
where intake_id = :intake
on conflict (intake_id) do update
set orders = excluded.orders,
    refunds = excluded.refunds,
    last_order_at = excluded.last_order_at
