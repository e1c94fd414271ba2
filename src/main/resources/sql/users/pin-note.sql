-- Puts a note above the others, or back among them.
-- in: user, note, pinned. out: rows changed. Safe to repeat: it writes nothing that is so already.
update users.note
set pinned = :pinned
where user_id = :user
  and note_id = :note
  and pinned <> :pinned
  and removed_at is null
