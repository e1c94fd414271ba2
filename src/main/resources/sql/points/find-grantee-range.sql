-- Up to which number the next of a grant's users go, and how many rows that are.
-- in: grant, after (a number), limit. out: up_to (null if there are none), users. Reads only.
select max(x.user_id) as up_to, count(*) as users
from (
  select m.user_id
  from points.grantee m
  where m.grant_id = :grant
    and m.user_id > :after
  order by m.user_id
  limit :limit
) x
