-- Forgets what was found when ledger, lots and debts were compared before.
-- Safe to repeat.
delete from points.drift
