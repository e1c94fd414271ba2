-- Gives the survivor what only the absorbed user had; registered is whoever of the two was first. No demo user is who was merged with a real one.
-- in: survivor, absorbed, when. Safe to repeat.
update users.users t
set external_id = (m.merged).external_id,
    name = (m.merged).name,
    phone = (m.merged).phone,
    email = (m.merged).email,
    gender = (m.merged).gender,
    birthday = (m.merged).birthday,
    province = (m.merged).province,
    city = (m.merged).city,
    channel = (m.merged).channel,
    registered_at = least(t.registered_at, m.absorbed_registered_at),
    attributes = (m.merged).attributes,
    updated_at = :when
from (
  select s.user_id, users.with_cells(s, r.filled, '{}') as merged,
    (r.absorbed ->> 'REGISTERED_AT')::timestamptz as absorbed_registered_at
  from users.users s
  join users.merge_record r on r.survivor_id = s.user_id
  where s.user_id = :survivor
    and r.absorbed_id = :absorbed
) m
where t.user_id = m.user_id
