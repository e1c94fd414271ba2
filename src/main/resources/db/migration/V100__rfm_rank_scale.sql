-- What a rank is read from: in each dimension of a snapshot the 999 values at which another thousandth of the scored users lies strictly
-- behind, the worst first. Recency is negative, so that more is better in all three.
create table rfm.rank_scale (
  snapshot_id bigint primary key references rfm.snapshot on delete cascade,
  recency int[] not null check (cardinality(recency) = 999),
  orders int[] not null check (cardinality(orders) = 999),
  net bigint[] not null check (cardinality(net) = 999)
);

-- The sliver less than each thousandth keeps binary rounding from reaching for the value after it.
create function rfm.thousandths() returns double precision[]
language sql
immutable
parallel safe
as $$
  select array_agg(n / 1000.0::double precision - 1e-12 order by n)
  from generate_series(1, 999) n
$$;

insert into rfm.rank_scale (snapshot_id, recency, orders, net)
select
  s.snapshot_id,
  percentile_disc(rfm.thousandths()) within group (order by -s.recency_days),
  percentile_disc(rfm.thousandths()) within group (order by s.orders),
  percentile_disc(rfm.thousandths()) within group (order by s.net)
from rfm.score s
group by s.snapshot_id;
