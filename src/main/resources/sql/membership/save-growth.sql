-- Keeps the growth value of the day where it changed. Out: rows changed. Safe to repeat.
update membership.standing s
set growth_value = f.growth,
    growth_total = f.growth_total
from membership.figure f
where f.user_id = s.user_id
and (s.growth_value <> f.growth or s.growth_total <> f.growth_total)
