-- Marks the users that stay although the intake that made them known is undone.
-- in: intake. Safe to repeat.
update users.users u
set withdrawn = true
where u.created_by = :intake
  and not u.withdrawn
  and not exists (select from users.undo_leaver l where l.intake_id = :intake and l.user_id = u.user_id)
