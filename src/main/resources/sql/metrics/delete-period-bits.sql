-- Forgets how many users have which bits. Safe to repeat.
delete from metrics.period_bits
