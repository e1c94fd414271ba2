-- How the refreshes of a segment ended, the last of each day they were about, the earliest day first.
-- in: segment, days (how many of the latest days). out: rows. Reads only.
select at, as_of, members, entered, gone, duration_ms
from (
  select distinct on (as_of) at, as_of, members, entered, gone, duration_ms
  from segments.refresh
  where segment_id = :segment
  order by as_of desc, at desc
  limit :days
) latest
order by as_of
