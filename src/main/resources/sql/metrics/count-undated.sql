-- How many users have no day of registration. Out: one number. Changes nothing.
select count(*)
from metrics.user_metrics
where registered_on is null
