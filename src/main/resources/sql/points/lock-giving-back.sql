-- Holds the accounts of users to whom rules have to give back what undone refunds took, some at a time, until the transaction ends.
-- in: limit. out: the users. Safe to repeat.
select a.user_id
from points.account a
where a.user_id in (
  select d.user_id
  from points.give_back_due(0, 9223372036854775807) d
  limit :limit
)
order by a.user_id
for update
