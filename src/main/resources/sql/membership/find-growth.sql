-- A user's growth value, the latest first, with what it had come to and the number of the order. In: :user_id, :limit. Changes nothing.
select
  e.entry_id, e.day, e.source, e.type, e.ref, e.amount, e.total, e.reason, e.by_name,
  (
    select min(o.order_no)
    from activity.order_fact o
    where o.user_id = :user_id
    and o.order_id = e.ref
    and e.source in ('ORDER', 'REFUND')
  ) as order_no
from (
  select
    x.entry_id, x.day, x.source, x.type, x.ref, x.amount, x.reason, x.by_name,
    sum(x.amount) over (order by x.day, x.entry_id)::bigint as total
  from membership.growth_entry x
  where x.user_id = :user_id
  order by x.day desc, x.entry_id desc
  limit :limit
) e
order by e.day desc, e.entry_id desc
