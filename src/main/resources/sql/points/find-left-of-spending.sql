-- How much of a spending is not reversed yet.
-- in: user, original. out: one number. Reads only.
select cast(-o.amount - coalesce((
  select sum(e.amount)
  from points.entry e
  where e.user_id = :user
    and e.reverses = :original
), 0) as bigint)
from points.entry o
where o.user_id = :user
  and o.entry_id = :original
