-- Creates a user for each staged reference that nobody answers to by the first of its identities; registered when first seen. A phone or
-- e-mail that is somebody's by now is left out.
-- in: intake, demo, when. Safe to repeat: who exists is not created again.
insert into users.users (external_id, phone, email, channel, registered_at, demo, touched_by, created_by, created_at, updated_at)
select r.external_id, p.phone, e.email, r.channel, r.seen_at, :demo, :intake, :intake, :when, :when
from users.intake_reference r
left join lateral (
  select r.phone
  where not exists (select from users.identity i where i.kind = 'PHONE' and i.value = r.phone)
) p on true
left join lateral (
  select r.email
  where not exists (select from users.identity i where i.kind = 'EMAIL' and i.value = r.email)
) e on true
where r.intake_id = :intake
  and not exists (
    select
    from users.identity i
    where i.kind = case when r.external_id is not null then 'EXTERNAL_ID' when r.phone is not null then 'PHONE' else 'EMAIL' end
      and i.value = coalesce(r.external_id, r.phone, r.email)
  )
order by r.seen_at
