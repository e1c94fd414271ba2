-- Writes down when ledger, lots and debts were compared.
-- in: at. Safe to repeat.
insert into points.compared (at)
values (:at)
on conflict (only_one) do update
set at = excluded.at
