-- How many orders and refunds a user has.
-- in: user. out: one number. Reads only.
select count(*)
from activity.order_fact
where user_id = :user
