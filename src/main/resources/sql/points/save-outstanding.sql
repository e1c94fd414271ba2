-- Adds up what is outstanding on a day.
-- in: as_of, at. Not safe to repeat before empty-sums.
insert into points.outstanding (as_of, added_up_at, present, available, pending, users, debt, debtors)
select :as_of, :at, o.present, o.available, o.pending, o.users, o.debt, o.debtors
from points.outstanding_on(:as_of) o
