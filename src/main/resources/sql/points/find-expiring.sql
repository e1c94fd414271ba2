-- The same as sum-expiring, as it was added up last.
-- out: as there. Reads only.
select e.month, e.users, e.lots, e.amount
from points.expiring e
order by e.month nulls last
