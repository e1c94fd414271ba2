-- Takes back the activity that an intake brought; nothing else is built on it.
-- in: intake. out: rows deleted. Safe to repeat.
delete from activity.behaviour
where intake_id = :intake
