-- Forgets staged rows.
-- in: intake. Safe to repeat.
delete from users.intake_row
where intake_id = :intake
