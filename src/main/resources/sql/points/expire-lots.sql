-- Takes what is left of lots whose last day is over, and writes it down. Under the lock of their accounts, after which it is asked anew what is left.
-- in: users and lots (numbers with commas between, in pairs), as_of, at. out: rows written. Safe to repeat: what is taken is no longer there.
with gone as materialized (
  select l.user_id, l.lot_id, l.remaining, nextval('points.entry_number') as entry_id
  from unnest(cast(string_to_array(:users, ',') as bigint[]), cast(string_to_array(:lots, ',') as bigint[])) due (user_id, lot_id)
  join points.lot l on l.user_id = due.user_id and l.lot_id = due.lot_id
  where l.expires_on < :as_of
    and l.remaining > 0
), emptied as (
  update points.lot l
  set remaining = 0,
    expired = l.expired + g.remaining
  from gone g
  where l.user_id = g.user_id
    and l.lot_id = g.lot_id
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, amount)
  select g.user_id, g.entry_id, g.lot_id, -g.remaining
  from gone g
)
insert into points.entry (user_id, entry_id, kind, amount, day, at, source, reason, by_name)
select g.user_id, g.entry_id, 'EXPIRE', -g.remaining, :as_of, :at, 'expiry', '', 'system'
from gone g
