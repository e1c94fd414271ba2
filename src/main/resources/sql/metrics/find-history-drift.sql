-- Users whose kept histories differ from the facts, in either direction. Must be empty.
-- In: :zone (business zone), :limit. Out: user_id. Changes nothing.
select coalesce(f.user_id, h.user_id) as user_id
from metrics.order_histories(:zone) f
full join metrics.order_history h on h.user_id = f.user_id
where (h.user_id, h.order_days, h.spent, h.refund_days, h.refunded)
  is distinct from (f.user_id, f.order_days, f.spent, f.refund_days, f.refunded)
union
select coalesce(f.user_id, h.user_id)
from metrics.behaviour_histories(:zone) f
full join metrics.behaviour_history h on h.user_id = f.user_id and h.type = f.type
where (h.user_id, h.type, h.days, h.times) is distinct from (f.user_id, f.type, f.days, f.times)
order by 1
limit :limit
