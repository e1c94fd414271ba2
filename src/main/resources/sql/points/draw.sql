-- Writes a spending or an adjustment downwards: from the lots that can be spent on the day, the soonest to expire first. Under the lock
-- of the account.
-- in: user, key, kind, amount, day, at, source, reason, staff_id, by_name. out: the entry, or nothing if the key is taken or the balance
-- is too small. Safe to repeat: a key is one entry.
with head as materialized (
  select a.user_id, nextval('points.entry_number') as entry_id, a.debt
  from points.account a
  where a.user_id = :user
), available as materialized (
  select l.lot_id, l.remaining, sum(l.remaining) over (order by l.expires_on nulls last, l.lot_id) - l.remaining as before
  from points.lot l
  where l.user_id = :user
    and l.remaining > 0
    and l.available_from <= :day
    and (l.expires_on is null or l.expires_on >= :day)
), keyed as (
  insert into points.business_key (key, user_id, entry_id)
  select :key, h.user_id, h.entry_id
  from head h
  where (select coalesce(sum(a.remaining), 0) from available a) - h.debt >= :amount
  on conflict (key) do nothing
  returning user_id, entry_id
), drawn as materialized (
  select k.user_id, k.entry_id, a.lot_id, cast(least(a.remaining, :amount - a.before) as bigint) as amount
  from keyed k
  cross join available a
  where a.before < :amount
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, day, at, source, reason, staff_id, by_name)
  select k.user_id, k.entry_id, :kind, -:amount, :day, :at, :source, :reason, cast(:staff_id as bigint), :by_name
  from keyed k
), taken as (
  update points.lot l
  set remaining = l.remaining - d.amount
  from drawn d
  where l.user_id = d.user_id
    and l.lot_id = d.lot_id
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, amount)
  select d.user_id, d.entry_id, d.lot_id, -d.amount
  from drawn d
)
select k.entry_id
from keyed k
