-- All snapshots with their model, latest day first.
-- Out: snapshots; standing is the one users stand by, preceding_id the one it is compared with. Changes nothing.
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
  (standing.snapshot_id is not null) as standing,
  preceding.preceding_id
from rfm.snapshot s
join rfm.model m on m.model_id = s.model_id
left join rfm.standing standing on standing.snapshot_id = s.snapshot_id
left join rfm.preceding preceding on preceding.snapshot_id = s.snapshot_id
order by s.as_of desc, m.version desc
