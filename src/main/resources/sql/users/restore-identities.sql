-- Gives users the identities back that they had before an undone intake.
-- in: intake. Safe to repeat. An identity that belongs to someone else breaks the primary key, and with it the whole undo.
insert into users.identity (kind, value, user_id)
select c.cell, c.was #>> '{}', c.user_id
from users.undo_cell c
where c.intake_id = :intake
  and c.outcome = 'RESTORED'
  and c.cell in ('EXTERNAL_ID', 'PHONE', 'EMAIL')
  and c.was is not null
  and not exists (
    select
    from users.identity i
    where i.kind = c.cell
      and i.value = c.was #>> '{}'
      and i.user_id = c.user_id
  )
