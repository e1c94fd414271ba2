-- Gives the survivor what only the absorbed user had; registered is whoever of the two was first; whoever of the two refuses to be
-- contacted has refused. No demo user is who was merged with a real one.
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
    sms_consent = case when (m.absorbed ->> 'SMS_CONSENT')::boolean is false then false else (m.merged).sms_consent end,
    email_consent = case when (m.absorbed ->> 'EMAIL_CONSENT')::boolean is false then false else (m.merged).email_consent end,
    updated_at = :when
from (
  select s.user_id, users.with_cells(s, r.filled, '{}') as merged, r.absorbed,
    (r.absorbed ->> 'REGISTERED_AT')::timestamptz as absorbed_registered_at
  from users.users s
  join users.merge_record r on r.survivor_id = s.user_id
  where s.user_id = :survivor
    and r.absorbed_id = :absorbed
) m
where t.user_id = m.user_id
