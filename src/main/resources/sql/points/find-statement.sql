-- A user's entries, the latest first, each with the sum up to it, its lot and its key.
-- in: user, before (entries below it), limit. Reads only.
select s.entry_id, s.kind, s.amount, s.waived, s.debt_change, s.day, s.at, s.source, s.reason, s.by_name, s.reverses, cast(s.total as bigint) as total,
  k.key, l.available_from, l.expires_on
from (
  select e.user_id, e.entry_id, e.kind, e.amount, e.waived, e.debt_change, e.day, e.at, e.source, e.reason, e.by_name, e.reverses,
    sum(e.amount) over (order by e.entry_id) as total
  from points.entry e
  where e.user_id = :user
) s
left join points.business_key k on k.user_id = s.user_id and k.entry_id = s.entry_id
left join points.lot l on l.user_id = s.user_id and l.lot_id = s.entry_id
where s.entry_id < :before
order by s.entry_id desc
limit :limit
