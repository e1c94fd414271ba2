-- Gives the users created by an intake the identities they are known by; all of them were created a moment ago.
-- in: intake. Not safe to repeat by itself: an identity that is there breaks the primary key, and with it the whole merge.
insert into users.identity (kind, value, user_id)
select k.kind, k.value, u.user_id
from users.users u
cross join lateral (values ('EXTERNAL_ID', u.external_id), ('PHONE', u.phone), ('EMAIL', u.email)) k (kind, value)
where u.created_by = :intake
  and k.value is not null
