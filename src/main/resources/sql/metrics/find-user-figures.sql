-- One user's kept figures and, by net amount, how many users stand as high or higher among how many.
-- In: :user_id. Out: at most one row. Changes nothing.
select
  m.first_order_on,
  m.last_order_on,
  m.orders,
  m.refunds,
  m.net_amount,
  m.refund_amount,
  m.median_gap_days,
  m.window_last_order_on,
  m.window_orders,
  m.window_net,
  standing.as_high,
  standing.all_users
from metrics.user_metrics m
cross join lateral (
  select count(*) filter (where other.net_amount >= m.net_amount) as as_high, count(*) as all_users
  from metrics.user_metrics other
) standing
where m.user_id = :user_id
