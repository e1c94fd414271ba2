-- Computes the figures of the users one intake touched.
-- In: :intake, :as_of (business day), :window (days), :zone (business zone), :bits and :bits_from (preset periods of each day).
-- Out: rows. Safe to repeat after clear-computed. The array (not a join) is what lets the condition reach the facts' primary key.
insert into metrics.computed_figures (
  user_id,
  registered_on, first_order_on, last_order_on, orders, refunds, net_amount, refund_amount, median_gap_days,
  window_last_order_on, window_orders, window_net, bought_in, repeated_in
)
select
  f.user_id,
  f.registered_on, f.first_order_on, f.last_order_on, f.orders, f.refunds, f.net_amount, f.refund_amount,
  f.median_gap_days, f.window_last_order_on, f.window_orders, f.window_net, f.bought_in, f.repeated_in
from metrics.figures_of(
  array(select t.user_id from metrics.touched(:intake) t),
  :as_of, :window, :zone, string_to_array(:bits, ',')::int[], :bits_from
) f
