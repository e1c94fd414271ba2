-- Keeps what a rank in a snapshot is read from: per dimension the 999 values at which another thousandth of its users lies strictly behind.
-- In: :snapshot. Out: 1, or 0 where nobody is scored. Safe to repeat.
insert into rfm.rank_scale (snapshot_id, recency, orders, net)
select
  :snapshot,
  percentile_disc(rfm.thousandths()) within group (order by -s.recency_days),
  percentile_disc(rfm.thousandths()) within group (order by s.orders),
  percentile_disc(rfm.thousandths()) within group (order by s.net)
from rfm.score s
where s.snapshot_id = :snapshot
having count(*) > 0
on conflict (snapshot_id) do update
set recency = excluded.recency,
    orders = excluded.orders,
    net = excluded.net
