-- Who checked in on each of some days, what it brought, and how many had a whole week in a row.
-- in: from, to. Reads only.
select c.day, count(*) as users, cast(sum(c.amount) as bigint) as amount, count(*) filter (where c.streak >= 7) as weeks
from points.check_in c
where c.day between :from and :to
group by c.day
order by c.day desc
