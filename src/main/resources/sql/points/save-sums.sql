-- Adds up what all ledgers say together on a day, in one state of them: what came and went, what is outstanding, and until when.
-- in: as_of, at. out: 1. Not safe to repeat before empty-sums.
with flows as (
  insert into points.flow (month, kind, up, source, entries, amount)
  select f.month, f.kind, f.up, f.source, f.entries, f.amount
  from points.flow_now f
), expiring as (
  insert into points.expiring (month, users, lots, amount)
  select e.month, e.users, e.lots, e.amount
  from points.expiring_on(:as_of) e
)
insert into points.outstanding (as_of, added_up_at, present, available, pending, users, debt, debtors)
select :as_of, :at, o.present, o.available, o.pending, o.users, o.debt, o.debtors
from points.outstanding_on(:as_of) o
