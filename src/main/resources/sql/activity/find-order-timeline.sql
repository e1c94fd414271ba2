-- The orders, or the refunds, of a user, the latest first.
-- in: users (numbers with commas between), kind, at and key (all are below them), limit. Reads only.
select paid_at as at, order_id as key, order_no, amount, channel
from activity.order_fact
where user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  and kind = :kind
  and (paid_at, order_id) < (:at, :key)
order by paid_at desc, order_id desc
limit :limit
