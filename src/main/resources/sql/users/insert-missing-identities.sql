-- Gives the users created by an intake the identities they are not yet known by; some of them were created by an earlier merge of it.
-- in: intake. Safe to repeat. An identity that belongs to someone else breaks the primary key, and with it the whole merge.
insert into users.identity (kind, value, user_id)
select k.kind, k.value, u.user_id
from users.users u
cross join lateral (values ('EXTERNAL_ID', u.external_id), ('PHONE', u.phone), ('EMAIL', u.email)) k (kind, value)
where u.created_by = :intake
  and k.value is not null
  and not exists (
    select
    from users.identity i
    where i.kind = k.kind
      and i.value = k.value
      and i.user_id = u.user_id
  )
