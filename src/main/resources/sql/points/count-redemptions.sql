-- How many redemptions there are.
-- in: user, state, reward (each may be null). Reads only.
select count(*)
from points.redemption d
where (cast(:user as bigint) is null or d.user_id = :user)
  and (cast(:state as text) is null or d.state = :state)
  and (cast(:reward as bigint) is null or d.reward_id = :reward)
