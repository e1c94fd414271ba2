-- Writes an earning or an adjustment upwards: a lot of its own, less what settles the debt. Under the lock of the account.
-- in: user, key, kind, amount, day, at, source, reason, staff_id, by_name, available_from, expires_on. out: the entry, or nothing if the
-- key is taken. Safe to repeat: a key is one entry.
with head as materialized (
  select a.user_id, nextval('points.entry_number') as entry_id, least(a.debt, :amount) as settled
  from points.account a
  where a.user_id = :user
), keyed as (
  insert into points.business_key (key, user_id, entry_id)
  select :key, h.user_id, h.entry_id
  from head h
  on conflict (key) do nothing
  returning user_id, entry_id
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, debt_change, day, at, source, reason, staff_id, by_name)
  select k.user_id, k.entry_id, :kind, :amount, -h.settled, :day, :at, :source, :reason, cast(:staff_id as bigint), :by_name
  from keyed k
  join head h on h.user_id = k.user_id
), brought as (
  insert into points.lot (user_id, lot_id, amount, remaining, available_from, expires_on)
  select k.user_id, k.entry_id, :amount, :amount - h.settled, :available_from, cast(:expires_on as date)
  from keyed k
  join head h on h.user_id = k.user_id
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, settles, amount)
  select k.user_id, k.entry_id, k.entry_id, true, -h.settled
  from keyed k
  join head h on h.user_id = k.user_id
  where h.settled > 0
), settled as (
  update points.account a
  set debt = a.debt - h.settled
  from keyed k
  join head h on h.user_id = k.user_id
  where a.user_id = k.user_id
    and h.settled > 0
)
select k.entry_id
from keyed k
