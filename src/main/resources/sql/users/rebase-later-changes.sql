-- Lets later changes of the same values start from where the undone intake had started, so that undoing them too leads back there.
-- in: intake. Safe to repeat.
update users.user_change l
set before = (l.before - array(select jsonb_object_keys(p.cells))) || jsonb_strip_nulls(p.cells)
from (
  select user_id, later_change_id, jsonb_object_agg(cell, was) as cells
  from users.undo_cell
  where intake_id = :intake
    and later_change_id is not null
  group by user_id, later_change_id
) p
where l.user_id = p.user_id
  and l.change_id = p.later_change_id
