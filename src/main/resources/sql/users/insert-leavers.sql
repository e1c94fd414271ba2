-- Finds the users that go when an intake is undone: those it made known, and those only kept for later ones, unless something still
-- needs them: facts or tags of others, changes by other intakes, another user merged into them, notes by staff, what they told staff of being contacted.
-- in: intake. out: rows written. Safe to repeat after forget-undo.
insert into users.undo_leaver (intake_id, user_id, created)
select :intake, u.user_id, u.created_by = :intake
from users.users u
where (u.created_by = :intake or u.withdrawn)
  and not exists (select from users.undo_hold h where h.intake_id = :intake and h.user_id = u.user_id)
  and not exists (select from users.user_change c where c.user_id = u.user_id and c.intake_id <> :intake)
  and not exists (select from users.merge_record m where m.survivor_id = u.user_id)
  and not exists (select from users.note n where n.user_id = u.user_id and n.removed_at is null)
  and not exists (select from users.consent_entry e where e.user_id = u.user_id and e.cause = 'STAFF')
