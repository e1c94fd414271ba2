-- The notes about one user, those pinned first, then the latest.
-- in: user, limit. Reads only.
select note_id, author_id, author, text, pinned, written_at, changed_by, changed_at, version
from users.note
where user_id = :user
  and removed_at is null
order by pinned desc, written_at desc, note_id desc
limit :limit
