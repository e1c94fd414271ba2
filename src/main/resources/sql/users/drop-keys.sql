-- Takes the indexes off that very many new users would have to be sorted into one by one, until add-keys builds them behind the rows in
-- the same transaction. Who looks for users waits meanwhile. Safe to repeat.
alter table users.identity drop constraint if exists identity_pkey;
drop index if exists users.users_name, users.users_touched_by, users.users_created_by
