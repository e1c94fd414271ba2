-- Holds the accounts of two users until the transaction ends, always in the same order.
-- in: survivor, absorbed. out: the users who have one. Safe to repeat.
select user_id
from points.account
where user_id in (:survivor, :absorbed)
order by user_id
for update
