-- The same in another way: what each user satisfies as bits, counted by them; without workers, which cost more than they bring.
set local max_parallel_workers_per_gather = 0;
select mask, count(*), sum(net_amount), sum(window_net)
from (
  select
    case when stage in ('GROWING', 'MATURE') then 1 else 0 end
    | case when city in ('杭州', '上海') then 2 else 0 end
    | case when net_amount >= 100000 then 4 else 0 end
    | case when last_order_on >= date '2026-06-01' then 8 else 0 end as mask,
    net_amount,
    window_net
  from profiles.profile
) p
group by mask;
