-- Says which users an intake made known stay although it is undone, and why; and which of them live on in another user.
-- in: intake. out: rows written. Safe to repeat.
insert into users.undo_remainder (intake_id, user_id, outcome, reason, fact)
select :intake, u.user_id, 'KEPT',
  coalesce(
    (select min(h.reason) from users.undo_hold h where h.intake_id = :intake and h.user_id = u.user_id),
    case when exists (select from users.user_change c where c.user_id = u.user_id and c.intake_id <> :intake) then 'CHANGED_SINCE' end,
    case when exists (select from users.merge_record m where m.survivor_id = u.user_id) then 'MERGED_WITH' end,
    case when exists (select from users.note n where n.user_id = u.user_id and n.removed_at is null) then 'HAS_NOTES' end,
    'SAID_TO_STAFF'
  ),
  null
from users.users u
where u.created_by = :intake
  and not exists (select from users.undo_leaver l where l.intake_id = :intake and l.user_id = u.user_id)
union all
select :intake, m.absorbed_id, 'KEPT', 'MERGED_INTO', m.survivor_id::text
from users.merge_record m
where m.created_by = :intake
on conflict (intake_id, user_id) do nothing
