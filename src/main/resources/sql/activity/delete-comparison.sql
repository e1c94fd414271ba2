-- Forgets which comparison was made.
-- in: intake. Safe to repeat.
delete from activity.intake_comparison
where intake_id = :intake
