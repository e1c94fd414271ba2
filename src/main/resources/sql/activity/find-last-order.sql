-- When the last order was paid. out: at most one instant. Reads only.
select max(last_order_at)
from activity.order_intake
having max(last_order_at) is not null
