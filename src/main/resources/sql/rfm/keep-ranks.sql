-- Keeps what a rank in a snapshot is read from: per dimension the 999 values at which another thousandth of its users lies strictly behind.
-- In: :snapshot. Out: 1, or 0 where nobody is scored. Safe to repeat.
-- The sliver less than each thousandth keeps binary rounding from reaching for the value after it.
insert into rfm.rank_scale (snapshot_id, recency, orders, net)
select
  :snapshot,
  percentile_disc(thousandth.shares) within group (order by -s.recency_days),
  percentile_disc(thousandth.shares) within group (order by s.orders),
  percentile_disc(thousandth.shares) within group (order by s.net)
from rfm.score s
cross join (
  select array_agg(n / 1000.0::double precision - 1e-12 order by n) as shares
  from generate_series(1, 999) n
) thousandth
where s.snapshot_id = :snapshot
group by thousandth.shares
on conflict (snapshot_id) do update
set recency = excluded.recency,
    orders = excluded.orders,
    net = excluded.net
