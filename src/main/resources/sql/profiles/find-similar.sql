-- The users most like one: of the same class and stage, of those the candidates next above and next below in net amount, the nearest by
-- how many times more or less they brought, ordered, and let days go by since their last order; the three count the same, as
-- logarithms of their ratios. Who never ordered is like nobody.
-- in: user, candidates (each way), limit. out: user_id, orders, net_amount, recency_days, the nearest first. Reads only.
with one as (
  select
    user_id,
    net_amount,
    orders,
    c.as_of,
    c.as_of - last_order_on as recency_days,
    coalesce(class_code, 'NONE') as class_code,
    coalesce(stage, 'NONE') as stage
  from profiles.profile
  cross join metrics.current c
  where user_id = :user
    and orders > 0
), near as (
  select a.user_id, a.net_amount, a.orders, a.recency_days
  from one
  cross join lateral (
    select p.user_id, p.net_amount, p.orders, one.as_of - p.last_order_on as recency_days
    from profiles.profile p
    where coalesce(p.class_code, 'NONE') = one.class_code
      and coalesce(p.stage, 'NONE') = one.stage
      and p.orders > 0
      and (p.net_amount, p.user_id) > (one.net_amount, one.user_id)
    order by p.net_amount, p.user_id
    limit :candidates
  ) a
  union all
  select b.user_id, b.net_amount, b.orders, b.recency_days
  from one
  cross join lateral (
    select p.user_id, p.net_amount, p.orders, one.as_of - p.last_order_on as recency_days
    from profiles.profile p
    where coalesce(p.class_code, 'NONE') = one.class_code
      and coalesce(p.stage, 'NONE') = one.stage
      and p.orders > 0
      and (p.net_amount, p.user_id) < (one.net_amount, one.user_id)
    order by p.net_amount desc, p.user_id desc
    limit :candidates
  ) b
)
select n.user_id, n.orders, n.net_amount, n.recency_days
from near n
cross join one
order by
  power(ln((1 + greatest(n.net_amount, 0))::float8 / (1 + greatest(one.net_amount, 0))), 2)
  + power(ln((1 + n.orders)::float8 / (1 + one.orders)), 2)
  + power(ln((1 + greatest(n.recency_days, 0))::float8 / (1 + greatest(one.recency_days, 0))), 2),
  n.user_id
limit :limit
