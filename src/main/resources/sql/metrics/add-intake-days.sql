-- Adds the orders and refunds one intake brought to the figures of their days.
-- In: :intake, :as_of (business day), :zone (business zone). Out: rows written.
-- Not safe to repeat by itself: save-counted-intake, in the same transaction, says that it was done.
insert into metrics.day_figures (day, new_users, orders, refunds, gross, refunded)
select
  (o.paid_at at time zone :zone)::date,
  0,
  count(*) filter (where o.kind = 'ORDER'),
  count(*) filter (where o.kind = 'REFUND'),
  coalesce(sum(o.amount) filter (where o.kind = 'ORDER'), 0),
  coalesce(sum(o.amount) filter (where o.kind = 'REFUND'), 0)
from activity.order_fact o
where o.intake_id = :intake
  and o.paid_at < ((:as_of::date + 1)::timestamp at time zone :zone)
group by 1
on conflict (day) do update
set orders = metrics.day_figures.orders + excluded.orders,
    refunds = metrics.day_figures.refunds + excluded.refunds,
    gross = metrics.day_figures.gross + excluded.gross,
    refunded = metrics.day_figures.refunded + excluded.refunded
