-- Writes a new reward.
-- in: what the reward says, when. out: its number, or nothing if another has the name, however it is capitalised. Safe to repeat: a name is one reward.
insert into points.reward (name, description, price, supply, stock, per_user, least_tier, valid_from, valid_until, created_at)
values (:name, :description, :price, :supply, cast(:stock as bigint), cast(:per_user as int), cast(:least_tier as int), :valid_from,
  cast(:valid_until as date), :when)
on conflict (lower(name)) do nothing
returning reward_id
