-- Adds up until when what is outstanding can be spent.
-- in: as_of. Not safe to repeat before empty-sums.
insert into points.expiring (month, users, lots, amount)
select e.month, e.users, e.lots, e.amount
from points.expiring_on(:as_of) e
