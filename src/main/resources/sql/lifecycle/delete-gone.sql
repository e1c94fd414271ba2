-- Drops the ranges of users that are no longer there. Out: rows deleted. Safe to repeat.
delete from lifecycle.stage_range r
where not exists (
  select 1
  from metrics.user_metrics k
  where k.user_id = r.user_id
)
