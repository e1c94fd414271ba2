-- Takes an earning back, or a part of it: first from what is left of its own lot; what had expired is not owed; the rest becomes debt. Under
-- the lock of the account.
-- in: user, original, key, asked (null for all that is left), day, at, source, reason, staff_id, by_name. out: the entry, or nothing if the
-- key is taken or less than that is left. Safe to repeat: a key is one entry.
with head as materialized (
  select a.user_id, nextval('points.entry_number') as entry_id
  from points.account a
  where a.user_id = :user
), former as materialized (
  select coalesce(sum(e.waived - e.amount), 0) as reversed, coalesce(sum(e.waived), 0) as waived
  from points.entry e
  where e.user_id = :user
    and e.reverses = :original
), due as materialized (
  select l.user_id, l.lot_id, l.remaining, l.expired - f.waived as lost, coalesce(cast(:asked as bigint), l.amount - f.reversed) as amount
  from points.lot l
  cross join former f
  where l.user_id = :user
    and l.lot_id = :original
    and coalesce(cast(:asked as bigint), l.amount - f.reversed) between 1 and l.amount - f.reversed
), sized as materialized (
  select d.user_id, d.lot_id, cast(least(d.amount, d.remaining) as bigint) as taken,
    cast(least(d.amount - least(d.amount, d.remaining), d.lost) as bigint) as waived,
    cast(d.amount - least(d.amount, d.remaining) - least(d.amount - least(d.amount, d.remaining), d.lost) as bigint) as owed
  from due d
), keyed as (
  insert into points.business_key (key, user_id, entry_id)
  select :key, h.user_id, h.entry_id
  from head h
  join sized s on s.user_id = h.user_id
  on conflict (key) do nothing
  returning user_id, entry_id
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, asked, waived, debt_change, day, at, source, reason, reverses, staff_id, by_name)
  select k.user_id, k.entry_id, 'REVERSE_EARN', -s.taken - s.owed, cast(:asked as bigint), s.waived, s.owed, :day, :at, :source, :reason, s.lot_id,
    cast(:staff_id as bigint), :by_name
  from keyed k
  join sized s on s.user_id = k.user_id
), taken as (
  update points.lot l
  set remaining = l.remaining - s.taken
  from keyed k
  join sized s on s.user_id = k.user_id
  where l.user_id = s.user_id
    and l.lot_id = s.lot_id
    and s.taken > 0
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, amount)
  select k.user_id, k.entry_id, s.lot_id, -s.taken
  from keyed k
  join sized s on s.user_id = k.user_id
  where s.taken > 0
), owed as (
  update points.account a
  set debt = a.debt + s.owed
  from keyed k
  join sized s on s.user_id = k.user_id
  where a.user_id = k.user_id
    and s.owed > 0
)
select k.entry_id
from keyed k
