-- Forgets which intakes the figures of days hold. Safe to repeat.
delete from metrics.counted_intake
