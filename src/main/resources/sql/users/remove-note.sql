-- Takes a note off the page; the row stays.
-- in: user, note, version (the one that was read), by, when. out: rows changed. Safe to repeat: it is off already.
update users.note
set removed_by = :by,
    removed_at = :when
where user_id = :user
  and note_id = :note
  and version = :version
  and removed_at is null
