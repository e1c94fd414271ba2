-- Forgets what was changed of users that go. out: changes forgotten.
-- in: intake. Safe to repeat.
delete from users.user_change
where user_id in (select user_id from users.undo_leaver where intake_id = :intake)
