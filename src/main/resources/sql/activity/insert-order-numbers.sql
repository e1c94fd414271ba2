-- Lets the order numbers of an intake count. A number that counts already breaks the primary key, and with it the whole merge.
-- in: intake. Safe to repeat.
insert into activity.order_number (source, kind, order_no, user_id, order_id)
select source, kind, order_no, user_id, order_id
from activity.order_fact o
where intake_id = :intake
  and not exists (
    select
    from activity.order_number n
    where n.source = o.source
      and n.kind = o.kind
      and n.order_no = o.order_no
      and n.order_id = o.order_id
  )
order by source, kind, order_no
