-- Entries of the ledger, the latest day first.
-- in: user, kind, key (each null for all), from, to (days, both included), day and entry (all are below them), limit. Reads only.
select e.user_id, e.entry_id, e.kind, e.amount, e.waived, e.debt_change, e.day, e.at, e.source, e.reason, e.by_name, k.key
from points.entry e
left join points.business_key k on k.user_id = e.user_id and k.entry_id = e.entry_id
where (cast(:user as bigint) is null or e.user_id = cast(:user as bigint))
  and (cast(:kind as text) is null or e.kind = cast(:kind as text))
  and (cast(:key as text) is null or k.key = cast(:key as text))
  and e.day between :from and :to
  and (e.day, e.entry_id) < (:day, :entry)
order by e.day desc, e.entry_id desc
limit :limit
