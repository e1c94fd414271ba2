-- The same as sum-outstanding, as it was added up last, and when that was.
-- out: at most one row. Reads only.
select o.as_of, o.added_up_at, o.present, o.available, o.pending, o.users, o.debt, o.debtors
from points.outstanding o
