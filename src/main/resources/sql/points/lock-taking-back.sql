-- Holds the accounts of users from whom a run takes something back, the next after one, until the transaction ends.
-- in: run, after (a user), limit. out: the users. Safe to repeat.
select a.user_id
from points.account a
where a.user_id in (
  select distinct t.user_id
  from points.taking_back t
  where t.run_id = :run
    and t.user_id > :after
  order by t.user_id
  limit :limit
)
order by a.user_id
for update
