-- From and to which lots some entries of a user took and gave.
-- in: user, entries (numbers with commas between). Reads only.
select a.entry_id, a.lot_id, a.settles, a.amount, l.expires_on
from points.allocation a
join points.lot l on l.user_id = a.user_id and l.lot_id = a.lot_id
where a.user_id = :user
  and a.entry_id = any (cast(string_to_array(:entries, ',') as bigint[]))
order by a.entry_id desc, l.expires_on nulls last, a.lot_id, a.settles
