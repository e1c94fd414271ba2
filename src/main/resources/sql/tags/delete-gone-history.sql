-- Forgets the history of users who are no longer there.
-- Safe to repeat.
delete from tags.tag_change h
where not exists (
  select
  from users.users u
  where u.user_id = h.user_id
)
