-- Gives a spending back, or a part of it, to the lots it came from, as if less had been spent: what was drawn last returns first. A debt is
-- settled from what returned, the soonest to expire first. Under the lock of the account.
-- in: user, original, key, asked (null for all that is left), day, at, source, reason, staff_id, by_name. out: the entry, or nothing if the
-- key is taken or less than that is left. Safe to repeat: a key is one entry.
with head as materialized (
  select a.user_id, nextval('points.entry_number') as entry_id, a.debt
  from points.account a
  where a.user_id = :user
), drawn as materialized (
  select l.lot_id, l.expires_on, -d.amount - coalesce((
    select sum(b.amount)
    from points.entry e
    join points.allocation b on b.user_id = e.user_id and b.entry_id = e.entry_id
    where e.user_id = :user
      and e.reverses = :original
      and b.lot_id = d.lot_id
      and not b.settles
  ), 0) as amount
  from points.allocation d
  join points.lot l on l.user_id = d.user_id and l.lot_id = d.lot_id
  where d.user_id = :user
    and d.entry_id = :original
), due as materialized (
  select coalesce(cast(:asked as bigint), t.left_over) as amount
  from (select sum(d.amount) as left_over from drawn d) t
  where coalesce(cast(:asked as bigint), t.left_over) between 1 and t.left_over
), ranked as materialized (
  select d.lot_id, d.expires_on, d.amount, sum(d.amount) over (order by d.expires_on desc nulls first, d.lot_id desc) - d.amount as before
  from drawn d
), back as materialized (
  select r.lot_id, r.expires_on, least(r.amount, u.amount - r.before) as amount
  from ranked r
  cross join due u
  where r.before < u.amount
    and r.amount > 0
), returned as materialized (
  select b.lot_id, b.amount, least(b.amount, greatest(0, least(h.debt, u.amount)
    - (sum(b.amount) over (order by b.expires_on nulls last, b.lot_id) - b.amount))) as settled
  from back b
  cross join due u
  cross join head h
), keyed as (
  insert into points.business_key (key, user_id, entry_id)
  select :key, h.user_id, h.entry_id
  from head h
  cross join due u
  on conflict (key) do nothing
  returning user_id, entry_id
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, asked, debt_change, day, at, source, reason, reverses, staff_id, by_name)
  select k.user_id, k.entry_id, 'REVERSE_SPEND', u.amount, cast(:asked as bigint), -least(h.debt, u.amount), :day, :at, :source, :reason, :original,
    cast(:staff_id as bigint), :by_name
  from keyed k
  cross join due u
  cross join head h
), restored as (
  update points.lot l
  set remaining = l.remaining + r.amount - r.settled
  from keyed k
  cross join returned r
  where l.user_id = k.user_id
    and l.lot_id = r.lot_id
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, settles, amount)
  select k.user_id, k.entry_id, r.lot_id, p.settles, p.amount
  from keyed k
  cross join returned r
  cross join lateral (values (false, r.amount), (true, -r.settled)) as p (settles, amount)
  where p.amount <> 0
), settled as (
  update points.account a
  set debt = a.debt - least(h.debt, u.amount)
  from keyed k
  cross join due u
  cross join head h
  where a.user_id = k.user_id
    and h.debt > 0
)
select k.entry_id
from keyed k
