-- Users of a grant, with what each got by it and what is left of that.
-- in: grant, limit, offset. Reads only.
select m.user_id, m.settled, m.taken_back, l.amount, l.remaining, l.expired
from points.grantee m
left join points.lot l on l.user_id = m.user_id and l.lot_id = m.entry_id
where m.grant_id = :grant
order by m.user_id, m.chosen_id
limit :limit
offset :offset
