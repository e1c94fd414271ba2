-- What a grant to the users chosen would do: how many were chosen, how many of them are there, and what of it debts would swallow.
-- in: amount (points for each). out: chosen, users, debtors, settled. Reads only.
select count(*) as chosen, count(u.user_id) as users, count(*) filter (where u.user_id is not null and a.debt > 0) as debtors,
  cast(coalesce(sum(least(coalesce(a.debt, 0), :amount)) filter (where u.user_id is not null), 0) as bigint) as settled
from (
  select distinct user_id
  from chosen_grantee
) c
left join users.users u on u.user_id = c.user_id
left join points.account a on a.user_id = c.user_id
