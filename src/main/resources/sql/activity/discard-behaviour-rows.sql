-- Forgets staged behaviour.
-- in: intake. Safe to repeat.
delete from activity.behaviour_row
where intake_id = :intake
