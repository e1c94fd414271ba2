-- Holds a user's account until the transaction ends.
-- in: user. out: the user, or nothing if there is no account. Safe to repeat.
select user_id
from points.account
where user_id = :user
for update
