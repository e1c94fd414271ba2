-- One user's scores over the snapshots, earliest first: of each day the snapshot by the newest model.
-- In: :user_id. Out: a row per day; scores are null where the user was not scored. Changes nothing.
select distinct on (s.as_of)
  s.snapshot_id,
  s.as_of,
  s.scored_users,
  m.version,
  score.recency_days,
  score.orders,
  score.net,
  score.r,
  score.f,
  score.m,
  score.class_code,
  score.group_code
from rfm.snapshot s
join rfm.model m on m.model_id = s.model_id
left join rfm.score score on score.snapshot_id = s.snapshot_id and score.user_id = :user_id
order by s.as_of, m.version desc
