-- What is outstanding on a day, by the month it expires in; what never does comes last.
-- in: as_of. Reads only.
select e.month, e.users, e.lots, e.amount
from points.expiring_on(:as_of) e
order by e.month nulls last
