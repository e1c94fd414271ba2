-- Forgets staged tags.
-- in: intake. Safe to repeat.
delete from tags.intake_row
where intake_id = :intake
