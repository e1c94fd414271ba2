-- Writes the computed figures; only rows that differ. Out: rows written. Safe to repeat.
merge into metrics.user_metrics m
using metrics.computed_figures f
on m.user_id = f.user_id
when matched and (
  m.registered_on, m.first_order_on, m.last_order_on, m.orders, m.refunds, m.net_amount, m.refund_amount,
  m.median_gap_days, m.window_last_order_on, m.window_orders, m.window_net, m.bought_in, m.repeated_in
) is distinct from (
  f.registered_on, f.first_order_on, f.last_order_on, f.orders, f.refunds, f.net_amount, f.refund_amount,
  f.median_gap_days, f.window_last_order_on, f.window_orders, f.window_net, f.bought_in, f.repeated_in
) then update
  set registered_on = f.registered_on,
      first_order_on = f.first_order_on,
      last_order_on = f.last_order_on,
      orders = f.orders,
      refunds = f.refunds,
      net_amount = f.net_amount,
      refund_amount = f.refund_amount,
      median_gap_days = f.median_gap_days,
      window_last_order_on = f.window_last_order_on,
      window_orders = f.window_orders,
      window_net = f.window_net,
      bought_in = f.bought_in,
      repeated_in = f.repeated_in
when not matched then insert (
  user_id,
  registered_on, first_order_on, last_order_on, orders, refunds, net_amount, refund_amount, median_gap_days,
  window_last_order_on, window_orders, window_net, bought_in, repeated_in
)
values (
  f.user_id,
  f.registered_on, f.first_order_on, f.last_order_on, f.orders, f.refunds, f.net_amount, f.refund_amount,
  f.median_gap_days, f.window_last_order_on, f.window_orders, f.window_net, f.bought_in, f.repeated_in
)
