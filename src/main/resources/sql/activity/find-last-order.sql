-- When the last order was paid. out: at most one instant. Reads only.
select paid_at
from activity.order_fact
where kind = 'ORDER'
order by paid_at desc
limit 1
