-- Holds a reward until the transaction ends.
-- in: reward. out: its number, or nothing. Safe to repeat.
select reward_id
from points.reward
where reward_id = :reward
for update
