-- Forgets what an intake brought.
-- in: intake. Safe to repeat.
delete from activity.order_intake
where intake_id = :intake
