-- Offers a reward no longer, or again.
-- in: reward, withdrawn. out: rows written. Safe to repeat.
update points.reward
set withdrawn = :withdrawn
where reward_id = :reward
  and withdrawn <> :withdrawn
