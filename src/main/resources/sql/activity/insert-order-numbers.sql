-- Lets the order numbers of an intake count. A number that counts already breaks the primary key, and with it the whole merge.
-- in: intake. Safe to repeat.
insert into activity.order_number (order_no, kind, source, user_id, intake_id)
select order_no, kind, source, user_id, intake_id
from activity.order_fact o
where intake_id = :intake
  and not exists (
    select
    from activity.order_number n
    where n.order_no = o.order_no
      and n.kind = o.kind
      and n.source = o.source
      and n.user_id = o.user_id
  )
