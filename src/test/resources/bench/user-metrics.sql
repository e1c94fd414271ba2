-- The figures of every user from the facts, as of the last day, by one statement into an empty table: the same columns. Read from the
-- covering index in the order of users, so that nothing is sorted; parallel plans are slower here, since they have to sort.
set local work_mem = '256MB';
insert into bench.user_metrics (
  user_id, registered_on, first_order_on, last_order_on, orders, refunds, net_amount, refund_amount, median_gap_days,
  window_last_order_on, window_orders, window_net, bought_in, repeated_in
)
with bits as (
  select array_agg(
    case when d > date '2026-11-19' - 7 then 1 else 0 end
    | case when d > date '2026-11-19' - 14 and d <= date '2026-11-19' - 7 then 2 else 0 end
    | case when d > date '2026-11-19' - 30 then 4 else 0 end
    | case when d > date '2026-11-19' - 60 and d <= date '2026-11-19' - 30 then 8 else 0 end
    | case when d > date '2026-11-19' - 90 then 16 else 0 end
    | case when d > date '2026-11-19' - 180 and d <= date '2026-11-19' - 90 then 32 else 0 end
    | case when d > date '2026-11-19' - 365 then 64 else 0 end
    | case when d > date '2026-11-19' - 730 and d <= date '2026-11-19' - 365 then 128 else 0 end
    | case when d >= date '2026-11-01' then 256 else 0 end
    | case when d >= date '2026-10-01' and d <= date '2026-10-19' then 512 else 0 end
    | case when d >= date '2026-10-01' and d < date '2026-11-01' then 1024 else 0 end
    | case when d >= date '2026-09-01' and d < date '2026-10-01' then 2048 else 0 end
    | case when d >= date '2026-01-01' then 4096 else 0 end
    | case when d >= date '2025-01-01' and d <= date '2025-11-19' then 8192 else 0 end
    | 16384
    order by d
  ) as of_day
  from generate_series(date '2026-11-19' - 800, date '2026-11-19', interval '1 day') g (at)
  cross join lateral (select g.at::date as d) day
)
select
  u.user_id,
  (u.registered_at at time zone 'Asia/Shanghai')::date,
  f.first_order_on,
  f.last_order_on,
  coalesce(f.orders, 0),
  coalesce(f.refunds, 0),
  coalesce(f.net_amount, 0),
  coalesce(f.refund_amount, 0),
  f.median_gap_days,
  f.window_last_order_on,
  coalesce(f.window_orders, 0),
  coalesce(f.window_net, 0),
  coalesce(f.bought_in, 0),
  coalesce(f.repeated_in, 0)
from users.users u
left join (
  select
    user_id,
    min(order_day) as first_order_on,
    max(order_day) as last_order_on,
    count(order_day) as orders,
    count(*) - count(order_day) as refunds,
    sum(net) as net_amount,
    -sum(net) filter (where order_day is null) as refund_amount,
    (percentile_cont(0.5) within group (order by nullif(order_day - day_before, 0)))::numeric(7, 1) as median_gap_days,
    max(order_day) filter (where order_day > date '2026-11-19' - 365) as window_last_order_on,
    count(*) filter (where order_day > date '2026-11-19' - 365) as window_orders,
    sum(net) filter (where day > date '2026-11-19' - 365) as window_net,
    bit_or(bits) as bought_in,
    bit_or(bits) filter (where day_before is not null) as repeated_in
  from (
    select
      user_id, day, order_day, net, bits,
      max(order_day) over (partition by user_id order by paid_at rows between unbounded preceding and 1 preceding) as day_before
    from (
      select
        o.user_id,
        o.paid_at,
        (o.paid_at at time zone 'Asia/Shanghai')::date as day,
        case when o.kind = 'ORDER' then (o.paid_at at time zone 'Asia/Shanghai')::date end as order_day,
        case when o.kind = 'ORDER' then o.amount else -o.amount end as net,
        case
          when o.kind = 'ORDER'
          then (select of_day from bits)[greatest((o.paid_at at time zone 'Asia/Shanghai')::date - date '2026-11-19' + 801, 1)]
        end as bits
      from activity.order_fact o
      where o.paid_at < timestamptz '2026-11-20 00:00+08'
    ) facts
  ) gaps
  group by user_id
) f on f.user_id = u.user_id
