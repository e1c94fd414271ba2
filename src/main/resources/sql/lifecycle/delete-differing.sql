-- Drops the kept ranges of users whose ranges were computed that were not computed again as they are.
-- Out: rows deleted. Safe to repeat.
delete from lifecycle.stage_range r
where r.user_id in (select c.user_id from lifecycle.computed_range c)
and not exists (
  select 1
  from lifecycle.computed_range c
  where c.user_id = r.user_id
  and c.since = r.since
  and (c.until, c.stage, c.from_stage, c.from_days) is not distinct from (r.until, r.stage, r.from_stage, r.from_days)
)
