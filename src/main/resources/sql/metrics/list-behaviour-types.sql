-- What users do, and how many users do it, most first. Out: at most 200 rows. Changes nothing.
select type, count(*) as users
from metrics.behaviour_history
group by type
order by users desc, type
limit 200
