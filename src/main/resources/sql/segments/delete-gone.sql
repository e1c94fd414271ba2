-- Lets members go who are no users any more; nothing is said of when. out: rows deleted. Safe to repeat.
delete from segments.member m
where not exists (
  select
  from users.users u
  where u.user_id = m.user_id
)
