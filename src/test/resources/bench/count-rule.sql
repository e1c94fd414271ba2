-- How many users satisfy four conditions on their profile, each of them and all, and what those bring: one query, in parallel.
select
  count(*),
  count(*) filter (where stage in ('GROWING', 'MATURE')),
  count(*) filter (where city in ('杭州', '上海')),
  count(*) filter (where net_amount >= 100000),
  count(*) filter (where last_order_on >= date '2026-06-01'),
  count(*) filter (where stage in ('GROWING', 'MATURE') and city in ('杭州', '上海') and net_amount >= 100000 and last_order_on >= date '2026-06-01'),
  sum(net_amount) filter (where stage in ('GROWING', 'MATURE') and city in ('杭州', '上海') and net_amount >= 100000 and last_order_on >= date '2026-06-01'),
  sum(window_net) filter (where stage in ('GROWING', 'MATURE') and city in ('杭州', '上海') and net_amount >= 100000 and last_order_on >= date '2026-06-01')
from profiles.profile;
