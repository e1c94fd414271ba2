-- A spending writes as few pages as it can. What is left of a lot stood in the predicate of an index, so that every spending wrote a new
-- version of the row into every index of the table; now only the one that empties the lot does.
alter table points.lot
  add column open boolean generated always as (remaining > 0) stored;
drop index points.lot_expiry;
create index lot_expiry on points.lot (expires_on) where open;
alter table points.lot set (fillfactor = 90);

-- Nothing looks for the allocations of a lot but through its user, and for spendings but through theirs or all of them.
drop index points.allocation_lot;
drop index points.entry_spends;
