-- Lets the numbers of fictional orders count no more.
-- Safe to repeat.
delete from activity.order_number n
using activity.order_fact o
where o.demo
  and n.order_no = o.order_no
  and n.kind = o.kind
  and n.source = o.source
