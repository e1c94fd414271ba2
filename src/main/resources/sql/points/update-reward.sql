-- Changes a reward as somebody has seen it, unless another has the name. Under the lock of the reward.
-- in: reward, edition (as seen), what it says now. out: rows written. Safe to repeat: the edition is another then.
update points.reward r
set name = :name,
  description = :description,
  price = :price,
  supply = :supply,
  stock = cast(:stock as bigint),
  per_user = cast(:per_user as int),
  least_tier = cast(:least_tier as int),
  valid_from = :valid_from,
  valid_until = cast(:valid_until as date),
  edition = r.edition + 1
where r.reward_id = :reward
  and r.edition = :edition
  and not exists (select from points.reward o where lower(o.name) = lower(:name) and o.reward_id <> :reward)
