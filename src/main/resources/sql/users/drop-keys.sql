-- Takes the indexes off that very many new users would have to be sorted into one by one, until add-keys builds them behind the rows in
-- the same transaction. Who looks for users waits meanwhile. Where nobody is known yet, they start in new files. Safe to repeat.
alter table users.identity drop constraint if exists identity_pkey;
drop index if exists users.users_name, users.users_touched_by, users.users_created_by;
do $$
begin
  if not exists (select from users.users) and not exists (select from users.identity) then
    truncate users.users, users.identity;
  end if;
end
$$
