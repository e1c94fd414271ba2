-- How often a user ordered or did something else, by day of the week and hour of the day. A fact whose source knew only the day stands at
-- midnight, and is counted apart.
-- in: user, zone. out: weekday (1 is Monday), hour (null where only the day is known), times. Reads only.
select extract(isodow from f.at)::int as weekday,
       case when f.at::time <> time '00:00' then extract(hour from f.at)::int end as hour,
       sum(f.times)::bigint as times
from (
  select o.paid_at at time zone :zone as at, 1 as times
  from activity.order_fact o
  where o.user_id = :user
    and o.kind = 'ORDER'
  union all
  select b.happened_at at time zone :zone, b.count
  from activity.behaviour b
  where b.user_id = :user
) f
group by 1, 2
