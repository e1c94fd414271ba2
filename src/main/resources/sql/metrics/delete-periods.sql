-- Forgets the kept figures of all periods; the refresh writes them anew in the same transaction.
-- Safe to repeat.
delete from metrics.period_figures
