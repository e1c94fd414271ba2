-- Computes the figures of the users in a range of numbers.
-- In: :from and :until (user ids, half-open), :as_of (business day), :window (days), :zone (business zone), :bits and :bits_from (preset
-- periods of each day). Out: rows. Safe to repeat after clear-computed.
insert into metrics.computed_figures (
  user_id,
  registered_on, first_order_on, last_order_on, orders, refunds, net_amount, refund_amount, median_gap_days,
  window_last_order_on, window_orders, window_net, bought_in, repeated_in
)
select
  f.user_id,
  f.registered_on, f.first_order_on, f.last_order_on, f.orders, f.refunds, f.net_amount, f.refund_amount,
  f.median_gap_days, f.window_last_order_on, f.window_orders, f.window_net, f.bought_in, f.repeated_in
from metrics.figures_between(
  :from, :until, :as_of, :window, :zone, string_to_array(:bits, ',')::int[], :bits_from
) f
