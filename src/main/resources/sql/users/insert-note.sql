-- Writes a note about a user who is there, and stays until this is over.
-- in: user, form_key, author_id, author, text, pinned, when. out: rows written. Safe to repeat: a form is one note.
insert into users.note (user_id, form_key, author_id, author, text, pinned, written_at)
select u.user_id, cast(:form_key as uuid), :author_id, :author, :text, :pinned, :when
from users.users u
where u.user_id = :user
for key share
on conflict (user_id, form_key) do nothing
