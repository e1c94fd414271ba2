-- Holds the accounts of users who have lots whose last day is over, some lots at a time, until the transaction ends.
-- in: as_of, limit (lots). out: user_id, lot_id, by user. Safe to repeat.
with due as materialized (
  select l.user_id, l.lot_id
  from points.lot l
  where l.expires_on < :as_of
    and l.open
  limit :limit
), held as materialized (
  select a.user_id
  from points.account a
  where a.user_id = any (array(select distinct d.user_id from due d))
  order by a.user_id
  for update
)
select d.user_id, d.lot_id
from due d
join held h on h.user_id = d.user_id
order by d.user_id, d.lot_id
