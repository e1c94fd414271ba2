-- Removes the fictional orders and refunds.
-- Safe to repeat.
delete from activity.order_fact
where demo
