-- Forgets which order numbers repeat.
-- in: intake. Safe to repeat.
delete from activity.intake_repeat
where intake_id = :intake
