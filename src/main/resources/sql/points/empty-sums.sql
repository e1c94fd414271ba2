-- Forgets what was added up before.
-- out: 1 if anything was added up before, else 0. Safe to repeat.
with flows as (
  delete from points.flow
), expiring as (
  delete from points.expiring
)
delete from points.outstanding
