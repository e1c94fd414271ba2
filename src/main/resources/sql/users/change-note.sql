-- Gives a note another text and keeps the one it had.
-- in: user, note, version (the one that was read), text, by, when. out: rows changed. Safe to repeat: the version has moved on.
with was as (
  select n.user_id, n.note_id, n.version, n.text
  from users.note n
  where n.user_id = :user
    and n.note_id = :note
    and n.version = :version
    and n.removed_at is null
  for update
), kept as (
  insert into users.note_version (user_id, note_id, version, text, replaced_by, replaced_at)
  select w.user_id, w.note_id, w.version, w.text, :by, :when
  from was w
)
update users.note n
set text = :text,
    changed_by = :by,
    changed_at = :when,
    version = n.version + 1
from was w
where n.user_id = w.user_id
  and n.note_id = w.note_id
