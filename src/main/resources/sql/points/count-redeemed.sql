-- How many of a reward a user redeemed; cancelled ones do not count.
-- in: user, reward. out: one number. Reads only.
select count(*)
from points.redemption
where user_id = :user
  and reward_id = :reward
  and state <> 'CANCELLED'
