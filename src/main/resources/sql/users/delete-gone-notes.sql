-- Forgets the notes about users who are no longer there, and what they said before.
-- Safe to repeat.
with gone as (
  delete from users.note n
  where not exists (select from users.users u where u.user_id = n.user_id)
)
delete from users.note_version v
where not exists (select from users.users u where u.user_id = v.user_id)
