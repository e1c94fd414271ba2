-- Counts of days that differ from the ranges. Must be none. Out: how many. Changes nothing.
select count(*)
from (
  select r.since, r.from_stage, r.stage, count(*) as users
  from lifecycle.stage_range r
  group by r.since, r.from_stage, r.stage
) found
full join lifecycle.day_moves m
  on m.day = found.since
  and m.stage = found.stage
  and coalesce(m.from_stage, '') = coalesce(found.from_stage, '')
where m.users is distinct from found.users
