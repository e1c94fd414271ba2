-- Keeps the computed ranges that are not kept yet; to be run after delete-differing. Out: rows inserted. Safe to repeat.
insert into lifecycle.stage_range (user_id, since, until, stage, from_stage, from_days)
select c.user_id, c.since, c.until, c.stage, c.from_stage, c.from_days
from lifecycle.computed_range c
where not exists (
  select 1
  from lifecycle.stage_range r
  where r.user_id = c.user_id
  and r.since = c.since
)
