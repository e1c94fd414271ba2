-- What entered and left, by month, kind and source; adjustments up and down apart.
-- Reads only.
select cast(date_trunc('month', day) as date) as month, kind, amount > 0 as up, source, count(*) as entries, cast(sum(amount) as bigint) as amount
from points.entry
group by 1, 2, 3, 4
order by 1, 2, 3, 4
