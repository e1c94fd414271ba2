-- Forgets which comparison was made.
-- in: intake. Safe to repeat.
delete from users.intake_comparison
where intake_id = :intake
