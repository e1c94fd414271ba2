-- Users whose consent is another than the last thing that was kept of it.
create or replace view users.unkept_consent as
select u.user_id, u.touched_by, c.medium, c.given
from users.users u
cross join lateral (values ('SMS', u.sms_consent), ('EMAIL', u.email_consent)) c (medium, given)
left join lateral (
  select e.given
  from users.consent_entry e
  where e.user_id = u.user_id
    and e.medium = c.medium
  order by e.entry_id desc
  limit 1
) last on true
where last.given is distinct from c.given;
