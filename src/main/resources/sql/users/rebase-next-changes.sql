-- Lets the change that came right after an undone one remember who wrote the user before that.
-- in: intake. Safe to repeat.
update users.user_change n
set was_demo = c.was_demo,
    was_touched_by = c.was_touched_by,
    was_updated_at = c.was_updated_at
from users.user_change c
where c.intake_id = :intake
  and n.user_id = c.user_id
  and n.intake_id <> :intake
  and n.change_id = (
    select min(l.change_id)
    from users.user_change l
    where l.user_id = c.user_id
      and l.change_id > c.change_id
  )
