-- The snapshot users stand by, with its model.
-- Out: at most one snapshot, with preceding_id, the one it is compared with. Changes nothing.
select
  s.snapshot_id,
  s.as_of,
  s.window_days,
  s.scored_users,
  s.unscored_users,
  s.revenue,
  s.taken_at,
  s.duration_ms,
  m.version,
  m.name as model_name,
  m.origin,
  true as standing,
  (select p.preceding_id from rfm.preceding p where p.snapshot_id = s.snapshot_id) as preceding_id
from rfm.standing standing
join rfm.snapshot s on s.snapshot_id = standing.snapshot_id
join rfm.model m on m.model_id = s.model_id
