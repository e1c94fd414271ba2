-- Finds the identities that the rows that update take from their users by giving them others, and that some staged row claims.
-- in: intake, fill (fields never overwritten). out: kind, value. Reads only.
with taken as (
  select u.external_id, u.phone, u.email, users.effect_of(r, u, string_to_array(:fill, ',')) as effect
  from users.intake_verdict v
  join users.intake_row r on r.intake_id = :intake and r.line_no = v.line_no
  join users.users u on u.user_id = v.user_id
  where v.intake_id = :intake
    and v.outcome = 'UPDATED'
)
select 'EXTERNAL_ID' as kind, t.external_id as value
from taken t
where t.external_id <> (t.effect).external_id
  and t.external_id in (select c.external_id from users.intake_row c where c.intake_id = :intake)
union
select 'PHONE', t.phone
from taken t
where t.phone <> (t.effect).phone
  and t.phone in (select c.phone from users.intake_row c where c.intake_id = :intake)
union
select 'EMAIL', t.email
from taken t
where t.email <> (t.effect).email
  and t.email in (select c.email from users.intake_row c where c.intake_id = :intake)
