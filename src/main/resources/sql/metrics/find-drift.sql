-- Users whose stored figures differ from the facts, in either direction. Must be empty.
-- In: :as_of (business day), :window (days), :zone (business zone), :bits and :bits_from (preset periods of each day), :limit. Out: user_id. Changes nothing.
select coalesce(f.user_id, m.user_id) as user_id
from metrics.figures(:as_of, :window, :zone, string_to_array(:bits, ',')::int[], :bits_from) f
full join metrics.user_metrics m on m.user_id = f.user_id
where (
  m.user_id,
  m.registered_on, m.first_order_on, m.last_order_on, m.orders, m.refunds, m.net_amount, m.refund_amount,
  m.median_gap_days, m.window_last_order_on, m.window_orders, m.window_net, m.bought_in, m.repeated_in
) is distinct from (
  f.user_id,
  f.registered_on, f.first_order_on, f.last_order_on, f.orders, f.refunds, f.net_amount, f.refund_amount,
  f.median_gap_days, f.window_last_order_on, f.window_orders, f.window_net, f.bought_in, f.repeated_in
)
order by 1
limit :limit
