-- The columns a member of staff has chosen for lists. In: :staff. Out: at most one row. Changes nothing.
select columns
from profiles.list_habit
where staff_id = :staff
