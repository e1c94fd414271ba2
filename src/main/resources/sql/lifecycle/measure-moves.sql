-- How often users left each stage between two days, for which one, and after how many days in it.
-- In: :from (business day, not counted itself), :to (business day, counted). Out: a row per pair, and one per stage left whose stage is null.
-- Changes nothing.
select
  r.from_stage,
  r.stage,
  count(*) as moves,
  percentile_cont(0.5) within group (order by r.from_days) as median_days,
  percentile_cont(0.75) within group (order by r.from_days) as p75_days
from lifecycle.stage_range r
where r.since > :from
and r.since <= :to
and r.from_stage is not null
group by grouping sets ((r.from_stage, r.stage), (r.from_stage))
