-- The entry a business key stands for, with what tells whether it is the same again.
-- in: key. out: at most one row. Reads only.
select k.user_id, e.entry_id, e.kind, e.amount, e.asked, e.waived, e.debt_change, e.day, e.source, e.reason, l.available_from, l.expires_on,
  (select o.key from points.business_key o where o.user_id = e.user_id and o.entry_id = e.reverses) as reverses
from points.business_key k
join points.entry e on e.user_id = k.user_id and e.entry_id = k.entry_id
left join points.lot l on l.user_id = k.user_id and l.lot_id = k.entry_id
where k.key = :key
