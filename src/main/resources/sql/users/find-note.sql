-- One note that was not removed.
-- in: user, note. out: at most one row. Reads only.
select note_id, author_id, author, text, pinned, written_at, changed_by, changed_at, version
from users.note
where user_id = :user
  and note_id = :note
  and removed_at is null
