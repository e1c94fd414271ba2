-- Lets the order numbers of an intake count no more.
-- in: intake. Safe to repeat.
delete from activity.order_number
where intake_id = :intake
