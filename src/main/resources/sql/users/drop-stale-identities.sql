-- Takes away the identities that users touched by an intake no longer have.
-- in: intake. Safe to repeat.
delete from users.identity i
using users.users u
where u.touched_by = :intake
  and i.user_id = u.user_id
  and i.value is distinct from case i.kind
    when 'EXTERNAL_ID' then u.external_id
    when 'PHONE' then u.phone
    when 'EMAIL' then u.email
  end
