-- Forgets which values repeat.
-- in: intake. Safe to repeat.
delete from users.intake_repeat
where intake_id = :intake
