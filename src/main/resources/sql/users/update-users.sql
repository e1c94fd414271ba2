-- Changes the users of the rows that update. A user that a real file speaks of is no demo user any more unless the file itself is one.
-- in: intake, fill (fields never overwritten), demo, when. Safe to repeat: it sets what the rows say.
update users.users t
set external_id = (c.effect).external_id,
    name = (c.effect).name,
    phone = (c.effect).phone,
    email = (c.effect).email,
    gender = (c.effect).gender,
    birthday = (c.effect).birthday,
    province = (c.effect).province,
    city = (c.effect).city,
    channel = (c.effect).channel,
    registered_at = (c.effect).registered_at,
    attributes = (c.effect).attributes,
    sms_consent = (c.effect).sms_consent,
    email_consent = (c.effect).email_consent,
    demo = t.demo and :demo,
    touched_by = :intake,
    updated_at = :when
from (
  select u.user_id, users.effect_of(r, u, string_to_array(:fill, ',')) as effect
  from users.intake_verdict v
  join users.intake_row r on r.intake_id = :intake and r.line_no = v.line_no
  join users.users u on u.user_id = v.user_id
  where v.intake_id = :intake
    and v.outcome = 'UPDATED'
) c
where t.user_id = c.user_id
