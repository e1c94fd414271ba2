-- Takes away the identities that go with the values had back.
-- in: intake. Safe to repeat.
delete from users.identity i
using users.undo_cell c
where c.intake_id = :intake
  and c.outcome = 'RESTORED'
  and i.kind = c.cell
  and i.value = c.became #>> '{}'
  and i.user_id = c.user_id
  and not i.alias
