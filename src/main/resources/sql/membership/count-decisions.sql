-- How many decisions there are, by cause. Out: cause, users. Changes nothing.
select d.cause, count(*) as users
from membership.decision d
group by d.cause
