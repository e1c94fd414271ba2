-- Hands the notes about a merged user, and what they said before, to who stands for it.
-- in: survivor, absorbed. out: rows written. Safe to repeat.
with moved as (
  update users.note
  set user_id = :survivor
  where user_id = :absorbed
)
update users.note_version
set user_id = :survivor
where user_id = :absorbed
