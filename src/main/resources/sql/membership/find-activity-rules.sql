-- What activity brings, in all versions. Changes nothing.
select r.version, r.type, r.growth, r.daily_cap, r.monthly_cap
from membership.activity_rule r
order by r.version, r.type
