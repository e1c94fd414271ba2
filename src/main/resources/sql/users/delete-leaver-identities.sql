-- Takes away the identities of users that go.
-- in: intake. Safe to repeat.
delete from users.identity
where user_id in (select user_id from users.undo_leaver where intake_id = :intake)
