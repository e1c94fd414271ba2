-- The lots of a user that have something left, in the order they are spent.
-- in: user. Reads only.
select l.lot_id, l.amount, l.remaining, l.available_from, l.expires_on, e.source, e.reason
from points.lot l
join points.entry e on e.user_id = l.user_id and e.entry_id = l.lot_id
where l.user_id = :user
  and l.remaining > 0
order by l.expires_on nulls last, l.lot_id
