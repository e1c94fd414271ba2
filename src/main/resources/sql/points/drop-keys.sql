-- Takes the indexes off an empty ledger until add-keys builds them behind the rows in the same transaction: that is quicker than finding a place
-- for each of very many new rows. Who reads or writes points waits meanwhile; writers wait for the accounts, as they do for each other, so that
-- none of them holds one that is needed. Tables without a row start in a new file.
-- Safe to repeat.
lock table points.account in exclusive mode;
alter table points.entry drop constraint if exists entry_pkey;
alter table points.lot drop constraint if exists lot_pkey;
drop index if exists points.entry_day, points.entry_reversals, points.lot_expiry;
do $$
begin
  if not exists (select from points.entry) and not exists (select from points.lot) then
    truncate points.entry, points.lot;
  end if;
  if not exists (select from points.earned_fact) then
    truncate points.earned_fact;
  end if;
end
$$
