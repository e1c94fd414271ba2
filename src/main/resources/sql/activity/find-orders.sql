-- A user's orders and refunds, the newest first.
-- in: user, limit, offset. Reads only.
select order_id, kind, order_no, paid_at, amount, channel, demo
from activity.order_fact
where user_id = :user
order by paid_at desc, order_id desc
limit :limit
offset :offset
