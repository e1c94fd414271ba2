-- Gives a grant to some of its users: entries, their lots and keys, what settles debts, and who got it. Of users who were merged into one, it gets it
-- once. Under the lock of the accounts.
-- in: grant, after and up_to (numbers of users), at. out: users, points. Safe to repeat: who got it does not get it again.
with pending as (
  select m.user_id, min(m.chosen_id) as chosen_id
  from points.grantee m
  join users.users u on u.user_id = m.user_id
  where m.grant_id = :grant
    and m.user_id > :after
    and m.user_id <= :up_to
  group by m.user_id
  having count(m.entry_id) = 0
), due as materialized (
  select p.user_id, p.chosen_id, g.grant_id, g.amount, g.reason, g.day, g.expires_on, g.requested_by, g.requested_by_name,
    least(a.debt, g.amount) as settled, nextval('points.entry_number') as entry_id
  from pending p
  join points.account a on a.user_id = p.user_id
  join points.bulk_grant g on g.grant_id = :grant
  order by p.user_id
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, debt_change, day, at, source, reason, staff_id, by_name)
  select d.user_id, d.entry_id, 'EARN', d.amount, -d.settled, d.day, :at, 'grant', d.reason, d.requested_by, d.requested_by_name
  from due d
), brought as (
  insert into points.lot (user_id, lot_id, amount, remaining, available_from, expires_on)
  select d.user_id, d.entry_id, d.amount, d.amount - d.settled, d.day, d.expires_on
  from due d
), keyed as (
  insert into points.business_key (key, user_id, entry_id)
  select 'grant:' || d.grant_id || ':' || d.chosen_id, d.user_id, d.entry_id
  from due d
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, settles, amount)
  select d.user_id, d.entry_id, d.entry_id, true, -d.settled
  from due d
  where d.settled > 0
), settled as (
  update points.account a
  set debt = a.debt - d.settled
  from due d
  where a.user_id = d.user_id
    and d.settled > 0
), marked as (
  update points.grantee m
  set entry_id = d.entry_id,
    settled = d.settled
  from due d
  where m.user_id = d.user_id
    and m.grant_id = d.grant_id
    and m.chosen_id = d.chosen_id
)
select count(*) as users, cast(coalesce(sum(d.amount), 0) as bigint) as points
from due d
