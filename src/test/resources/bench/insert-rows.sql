-- As many rows as points for every order are made of, each kind by one statement into one empty table with its primary key: the entry, what is left
-- of it, and which order it is for.
set local time zone 'Asia/Shanghai';
insert into bench.posted (user_id, entry_id, kind, amount, day, at, source, reason, by_name)
select o.user_id, o.order_id, 'EARN', o.amount / 100, o.paid_at::date, o.paid_at, 'rule', 'Shopping', 'system'
from activity.order_fact o
where o.kind = 'ORDER'
  and o.paid_at < date '2026-11-20';
insert into bench.lot (user_id, lot_id, amount, remaining, expired, available_from, expires_on)
select o.user_id, o.order_id, o.amount / 100, o.amount / 100, 0, o.paid_at::date, o.paid_at::date + 1073
from activity.order_fact o
where o.kind = 'ORDER'
  and o.paid_at < date '2026-11-20';
insert into bench.earned_fact (user_id, rule_id, fact_id, version, day, amount, entry_id)
select o.user_id, 1, o.order_id, 1, o.paid_at::date, o.amount / 100, o.order_id
from activity.order_fact o
where o.kind = 'ORDER'
  and o.paid_at < date '2026-11-20'
