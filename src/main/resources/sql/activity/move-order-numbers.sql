-- Hands the order numbers of a merged user to who stands for it; before move-orders. in: survivor, absorbed. Safe to repeat.
update activity.order_number n
set user_id = :survivor
from activity.order_fact o
where o.user_id = :absorbed
  and n.order_no = o.order_no
  and n.kind = o.kind
  and n.source = o.source
