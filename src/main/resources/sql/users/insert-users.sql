-- Creates the users of the rows that create.
-- in: intake, demo, when. Safe to repeat after comparing anew: a row whose user exists no longer creates.
insert into users.users (external_id, name, phone, email, gender, birthday, province, city, channel, registered_at,
  attributes, sms_consent, email_consent, demo, touched_by, created_by, created_at, updated_at)
select r.external_id, r.name, r.phone, r.email, r.gender, r.birthday, r.province, r.city, r.channel, r.registered_at,
  coalesce(r.attributes_if_missing, '{}') || coalesce(r.attributes, '{}'), r.sms_consent, r.email_consent, :demo, :intake, :intake, :when, :when
from users.intake_row r
where r.intake_id = :intake
  and not exists (
    select
    from users.intake_verdict v
    where v.intake_id = :intake
      and v.line_no = r.line_no
  )
