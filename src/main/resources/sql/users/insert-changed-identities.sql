-- Gives the users changed by an intake the identities they have but are not yet known by.
-- in: intake. Safe to repeat. An identity that belongs to someone else breaks the primary key, and with it the whole merge.
insert into users.identity (kind, value, user_id)
select k.kind, k.value, u.user_id
from users.user_change c
join users.users u on u.user_id = c.user_id
cross join lateral (values ('EXTERNAL_ID', u.external_id), ('PHONE', u.phone), ('EMAIL', u.email)) k (kind, value)
where c.intake_id = :intake
  and jsonb_exists(c.after, k.kind)
  and k.value is not null
  and not exists (
    select
    from users.identity i
    where i.kind = k.kind
      and i.value = k.value
      and i.user_id = u.user_id
  )
order by k.kind, k.value
