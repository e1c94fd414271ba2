-- Holds the accounts of users who have points whose last day is over, some at a time, until the transaction ends.
-- in: as_of, limit (lots looked at). out: the users. Safe to repeat.
select a.user_id
from points.account a
where a.user_id in (
  select l.user_id
  from points.lot l
  where l.expires_on < :as_of
    and l.open
  limit :limit
)
order by a.user_id
for update
