-- Says which users an intake made known stay although it is undone, and why.
-- in: intake. out: rows written. Safe to repeat.
insert into users.undo_remainder (intake_id, user_id, outcome, reason)
select :intake, u.user_id, 'KEPT',
  coalesce(
    (select min(h.reason) from users.undo_hold h where h.intake_id = :intake and h.user_id = u.user_id),
    case when exists (select from users.user_change c where c.user_id = u.user_id and c.intake_id <> :intake) then 'CHANGED_SINCE' end,
    'MERGED_INTO'
  )
from users.users u
where u.created_by = :intake
  and not exists (select from users.undo_leaver l where l.intake_id = :intake and l.user_id = u.user_id)
on conflict (intake_id, user_id) do nothing
