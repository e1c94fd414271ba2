-- Removes the fictional orders and refunds; their numbers go with them.
-- Safe to repeat.
delete from activity.order_fact
where demo
