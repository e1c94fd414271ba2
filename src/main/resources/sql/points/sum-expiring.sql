-- What is outstanding on a day, by the month it expires in; what never does comes last.
-- in: as_of. Reads only.
select cast(date_trunc('month', expires_on) as date) as month, count(distinct user_id) as users, count(*) as lots, cast(sum(remaining) as bigint) as amount
from points.lot
where remaining > 0
  and (expires_on is null or expires_on >= :as_of)
group by 1
order by 1 nulls last
