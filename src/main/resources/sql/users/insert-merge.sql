-- Keeps what the absorbed user said, and which of it the survivor takes over.
-- in: survivor, absorbed, by, when. out: 1, or 0 where one of the two is not there. Safe to repeat: who is absorbed is not there any more.
insert into users.merge_record (absorbed_id, survivor_id, created_by, absorbed, filled, merged_by, merged_at)
select a.user_id, s.user_id, a.created_by, users.cells(a),
  (
    select coalesce(jsonb_object_agg(c.key, c.value), '{}')
    from jsonb_each(users.cells(a)) c
    where not jsonb_exists(users.cells(s), c.key)
  ),
  :by, :when
from users.users s
cross join users.users a
where s.user_id = :survivor
  and a.user_id = :absorbed
on conflict (absorbed_id) do nothing
