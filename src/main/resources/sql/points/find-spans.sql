-- When each version of the rules decides, in the order of their days; those that never do are left out.
-- Reads only.
select rule_id, version, from_day, last_day
from points.earning_span
where last_day is null
  or last_day >= from_day
order by rule_id, from_day, version
