-- Takes away the identities that users changed by an intake no longer have.
-- in: intake. Safe to repeat.
delete from users.identity i
using users.user_change c
cross join lateral (
  values
    ('EXTERNAL_ID', c.before ->> 'EXTERNAL_ID'),
    ('PHONE', c.before ->> 'PHONE'),
    ('EMAIL', c.before ->> 'EMAIL')
) k (kind, value)
where c.intake_id = :intake
  and i.kind = k.kind
  and i.value = k.value
  and i.user_id = c.user_id
  and not i.alias
