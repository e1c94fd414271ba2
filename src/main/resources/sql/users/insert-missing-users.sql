-- Creates a user for each identity that the staged references name and nobody answers to; registered when first seen.
-- in: intake, demo, when. Safe to repeat: who exists is not created again.
insert into users.users (external_id, phone, email, channel, registered_at, demo, touched_by, created_by, created_at, updated_at)
select case kind when 'EXTERNAL_ID' then value end,
       case kind when 'PHONE' then value end,
       case kind when 'EMAIL' then value end,
       (array_agg(channel order by seen_at) filter (where channel is not null))[1],
       min(seen_at),
       :demo, :intake, :intake, :when, :when
from users.intake_reference r
where intake_id = :intake
  and not exists (
    select
    from users.identity i
    where i.kind = r.kind
      and i.value = r.value
  )
group by kind, value
order by min(seen_at), value
