-- Removes the fictional users; their identities, orders and behaviour go with them.
-- Safe to repeat.
delete from users.users
where demo
