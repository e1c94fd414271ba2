-- An entry for every order up to the last day, by one statement into one empty table with its primary key.
set local time zone 'Asia/Shanghai';
insert into bench.entry (user_id, entry_id, kind, amount, day, at, source, reason, by_name)
select o.user_id, o.order_id, 'EARN', o.amount / 100, o.paid_at::date, o.paid_at, 'rule', 'Shopping', 'system'
from activity.order_fact o
where o.kind = 'ORDER'
  and o.paid_at < date '2026-11-20'
