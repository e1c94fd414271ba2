-- Changes the users of the rows that update; what a row does not give is kept. A user that a real file speaks of is no demo user any more
-- unless the file itself is one.
-- in: intake, demo, when. Safe to repeat: it sets what the rows say.
update users.users u
set external_id = coalesce(r.external_id, u.external_id),
    name = coalesce(r.name, u.name),
    phone = coalesce(r.phone, u.phone),
    email = coalesce(r.email, u.email),
    gender = coalesce(r.gender, u.gender),
    birthday = coalesce(r.birthday, u.birthday),
    province = coalesce(r.province, u.province),
    city = coalesce(r.city, u.city),
    channel = coalesce(r.channel, u.channel),
    registered_at = coalesce(r.registered_at, u.registered_at),
    demo = u.demo and :demo,
    touched_by = :intake,
    updated_at = :when
from users.intake_row r
where r.intake_id = :intake
  and r.outcome = 'UPDATED'
  and u.user_id = r.user_id
