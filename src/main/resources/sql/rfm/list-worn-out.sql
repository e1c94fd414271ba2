-- Snapshots to purge: all but the newest 60 days, the last day of each month that has one, what users stand by, and the one just taken,
-- of however old a day.
-- In: :taken (snapshot). Out: snapshot_id. Changes nothing.
select ranked.snapshot_id
from (
  select
    snapshot_id,
    as_of,
    dense_rank() over (order by as_of desc) as age,
    max(as_of) over (partition by date_trunc('month', as_of)) as month_end
  from rfm.snapshot
) ranked
where ranked.age > 60
  and ranked.as_of < ranked.month_end
  and ranked.snapshot_id <> :taken
  and not exists (
    select 1
    from rfm.standing
    where standing.snapshot_id = ranked.snapshot_id
  )
