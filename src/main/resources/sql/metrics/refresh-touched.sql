-- Brings the figures of the users one intake touched up to date; writes only rows that differ.
-- In: :intake, :as_of (business day), :window (days), :zone (business zone). Out: rows written.
-- Safe to repeat: a second run writes nothing. The array (not a join) is what lets the condition reach the facts' primary key.
insert into metrics.user_metrics (
  user_id, first_order_on, last_order_on, orders, refunds, net_amount, refund_amount, median_gap_days,
  window_last_order_on, window_orders, window_net
)
select
  f.user_id, f.first_order_on, f.last_order_on, f.orders, f.refunds, f.net_amount, f.refund_amount, f.median_gap_days,
  f.window_last_order_on, f.window_orders, f.window_net
from metrics.figures(:as_of, :window, :zone) f
left join metrics.user_metrics m on m.user_id = f.user_id
where f.user_id = any (array(select t.user_id from metrics.touched(:intake) t))
and (
  m.user_id, m.first_order_on, m.last_order_on, m.orders, m.refunds, m.net_amount, m.refund_amount, m.median_gap_days,
  m.window_last_order_on, m.window_orders, m.window_net
) is distinct from (
  f.user_id, f.first_order_on, f.last_order_on, f.orders, f.refunds, f.net_amount, f.refund_amount, f.median_gap_days,
  f.window_last_order_on, f.window_orders, f.window_net
)
on conflict (user_id) do update
set first_order_on = excluded.first_order_on,
    last_order_on = excluded.last_order_on,
    orders = excluded.orders,
    refunds = excluded.refunds,
    net_amount = excluded.net_amount,
    refund_amount = excluded.refund_amount,
    median_gap_days = excluded.median_gap_days,
    window_last_order_on = excluded.window_last_order_on,
    window_orders = excluded.window_orders,
    window_net = excluded.window_net
