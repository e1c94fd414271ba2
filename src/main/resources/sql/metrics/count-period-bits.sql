-- Counts how many users have which bits. Out: rows. Safe to repeat after delete-period-bits, in one transaction with it.
insert into metrics.period_bits (bought_in, repeated_in, users)
select bought_in, repeated_in, count(*)
from metrics.user_metrics
group by bought_in, repeated_in
