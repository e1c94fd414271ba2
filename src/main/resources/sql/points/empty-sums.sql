-- Forgets what was added up before.
-- out: rows. Safe to repeat.
with flows as (
  delete from points.flow
), expiring as (
  delete from points.expiring
)
delete from points.outstanding
