-- Takes the tags from users who are no longer there.
-- Safe to repeat.
delete from tags.user_tag h
where not exists (
  select
  from users.users u
  where u.user_id = h.user_id
)
