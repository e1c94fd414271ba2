-- Forgets what users said who are no longer there.
-- Safe to repeat.
delete from users.consent_entry e
where not exists (select from users.users u where u.user_id = e.user_id)
