-- What of past lots was spent in time, by how many months were left of them.
-- Reads only.
select s.months_left, s.held, s.spent, s.as_of
from points.burn_share s
where s.held > 0
order by s.months_left
