-- Forgets what comparing found.
-- in: intake. Safe to repeat.
delete from activity.intake_verdict
where intake_id = :intake
