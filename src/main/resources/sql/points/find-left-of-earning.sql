-- How much of an earning is not reversed yet.
-- in: user, original. out: one number. Reads only.
select cast(l.amount - coalesce((
  select sum(e.waived - e.amount)
  from points.entry e
  where e.user_id = :user
    and e.reverses = :original
), 0) as bigint)
from points.lot l
where l.user_id = :user
  and l.lot_id = :original
