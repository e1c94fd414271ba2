-- Forgets bits that no user has any more. Safe to repeat.
delete from metrics.period_bits
where users = 0
