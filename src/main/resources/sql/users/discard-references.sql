-- Forgets staged references.
-- in: intake. Safe to repeat.
delete from users.intake_reference
where intake_id = :intake
