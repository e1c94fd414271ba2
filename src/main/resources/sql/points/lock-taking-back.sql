-- Holds the accounts of users from whom rules have to take something back, some at a time, until the transaction ends.
-- in: to (an instant), first_user and last_user, first_intake and last_intake, gone, limit. out: the users. Safe to repeat.
select a.user_id
from points.account a
where a.user_id in (
  select d.user_id
  from points.take_back_due(:to, :first_user, :last_user, :first_intake, :last_intake, :gone) d
  limit :limit
)
order by a.user_id
for update
