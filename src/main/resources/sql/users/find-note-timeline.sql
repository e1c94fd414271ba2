-- The notes about a user, the latest first.
-- in: users (numbers with commas between), at and key (all are below them), limit. Reads only.
select written_at as at, note_id as key, author, text
from users.note
where user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  and removed_at is null
  and (written_at, note_id) < (:at, :key)
order by written_at desc, note_id desc
limit :limit
