-- Forgets what was written down while an intake was undone.
-- in: intake. Safe to repeat.
with cells as (
  delete from users.undo_cell
  where intake_id = :intake
), leavers as (
  delete from users.undo_leaver
  where intake_id = :intake
)
delete from users.undo_hold
where intake_id = :intake
