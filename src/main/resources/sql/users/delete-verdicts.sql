-- Forgets what comparing found.
-- in: intake. Safe to repeat.
delete from users.intake_verdict
where intake_id = :intake
