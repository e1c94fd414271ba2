-- The first day anything is known of, and the first and last days with an order. Out: one row. Changes nothing.
select
  min(day) as first_day,
  min(day) filter (where orders > 0) as first_order_on,
  max(day) filter (where orders > 0) as last_order_on
from metrics.day_figures
