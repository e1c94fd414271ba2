-- How many orders and refunds an intake brought. in: intake. out: one number. Reads only.
select coalesce(sum(orders + refunds), 0)
from activity.order_intake
where intake_id = :intake
