-- From which day on which version decides, the earliest first. Out: version, from_on. Changes nothing.
select r.version, r.from_on
from membership.reigns() r
order by r.from_on
