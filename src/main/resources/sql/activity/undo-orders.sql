-- Takes the orders and refunds of an intake back. out: how many.
-- in: intake. Safe to repeat.
delete from activity.order_fact
where intake_id = :intake
