-- One user's kept figures.
-- In: :user_id. Out: at most one row. Changes nothing.
select
  first_order_on,
  last_order_on,
  orders,
  refunds,
  net_amount,
  refund_amount,
  median_gap_days,
  window_last_order_on,
  window_orders,
  window_net
from metrics.user_metrics
where user_id = :user_id
