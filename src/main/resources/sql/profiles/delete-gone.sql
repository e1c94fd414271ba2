-- Drops the profiles of users that are no longer there. Out: rows deleted. Safe to repeat.
delete from profiles.profile p
where not exists (
  select 1
  from users.users u
  where u.user_id = p.user_id
)
