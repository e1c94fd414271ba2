-- Forgets staged rows of activity.
-- in: intake. Safe to repeat.
delete from activity.behaviour_intake_row
where intake_id = :intake
