-- Removes the fictional users.
-- Safe to repeat after delete-demo-identities.
delete from users.users
where demo
