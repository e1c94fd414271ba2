-- What users have on a day and what of it they can spend, which is less what they owe themselves; what comes later, and what they owe.
-- in: as_of. out: one row. Reads only.
select o.present, o.available, o.pending, o.users, o.debt, o.debtors
from points.outstanding_on(:as_of) o
