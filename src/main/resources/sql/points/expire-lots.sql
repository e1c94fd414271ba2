-- Takes what is left of lots whose last day is over, and writes it down. Under the lock of the accounts.
-- in: users (numbers with commas between), as_of, at. out: rows written. Safe to repeat: what is taken is no longer there.
with gone as materialized (
  select l.user_id, l.lot_id, l.remaining, nextval('points.entry_number') as entry_id
  from points.lot l
  where l.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
    and l.expires_on < :as_of
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
