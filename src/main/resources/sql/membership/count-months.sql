-- How many users stood in which tier after the last evaluation of each month. In: :from (business day). Out: day, tier_id, users.
-- Changes nothing.
select c.day, c.tier_id, c.users
from membership.day_count c
join (
  select max(d.day) as day
  from membership.day_count d
  where d.day >= :from
  group by date_trunc('month', d.day::timestamp)
) l on l.day = c.day
order by c.day, c.tier_id
