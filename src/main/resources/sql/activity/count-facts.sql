-- How many orders and refunds are written, as each intake says of itself. out: one number. Reads only.
select coalesce(sum(orders + refunds), 0)
from activity.order_intake
