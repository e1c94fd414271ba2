-- Forgets staged rows.
-- in: intake. Safe to repeat.
delete from activity.intake_row
where intake_id = :intake
