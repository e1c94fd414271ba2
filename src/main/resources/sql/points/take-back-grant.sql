-- Takes back what some users have left of a grant; what they spent stays spent, and nobody owes it. Under the lock of the accounts.
-- in: grant, after and up_to (numbers of users), day, at. out: users, points. Safe to repeat: it is taken back once.
with due as materialized (
  select m.user_id, m.chosen_id, g.grant_id, g.reason, g.withdrawn_by, g.withdrawn_by_name, l.lot_id, l.remaining,
    nextval('points.entry_number') as entry_id
  from points.grantee m
  join points.bulk_grant g on g.grant_id = m.grant_id
  join points.lot l on l.user_id = m.user_id and l.lot_id = m.entry_id
  where m.grant_id = :grant
    and m.user_id > :after
    and m.user_id <= :up_to
    and m.taken_back is null
  order by m.user_id, m.chosen_id
), taking as (
  select d.user_id, d.chosen_id, d.grant_id, d.reason, d.withdrawn_by, d.withdrawn_by_name, d.lot_id, d.remaining, d.entry_id
  from due d
  where d.remaining > 0
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, asked, day, at, source, reason, reverses, staff_id, by_name)
  select s.user_id, s.entry_id, 'REVERSE_EARN', -s.remaining, s.remaining, :day, :at, 'grant', s.reason, s.lot_id, s.withdrawn_by, s.withdrawn_by_name
  from taking s
), keyed as (
  insert into points.business_key (key, user_id, entry_id)
  select 'grant:' || s.grant_id || ':' || s.chosen_id || ':back', s.user_id, s.entry_id
  from taking s
), taken as (
  update points.lot l
  set remaining = 0
  from taking s
  where l.user_id = s.user_id
    and l.lot_id = s.lot_id
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, amount)
  select s.user_id, s.entry_id, s.lot_id, -s.remaining
  from taking s
), marked as (
  update points.grantee m
  set taken_back = d.remaining
  from due d
  where m.user_id = d.user_id
    and m.grant_id = d.grant_id
    and m.chosen_id = d.chosen_id
)
select count(*) as users, cast(coalesce(sum(d.remaining), 0) as bigint) as points
from due d
