-- Forgets what an intake changed: it is undone.
-- in: intake. Safe to repeat.
delete from users.user_change
where intake_id = :intake
