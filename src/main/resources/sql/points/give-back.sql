-- Gives back what refunds took that are no longer there, since their import was undone: a debt is settled first; the rest returns to the lot it came
-- from, as far as it fits, and what does not is a lot of its own that expires with it. What had expired is not given back. Under the lock of the accounts.
-- in: users (numbers with commas between), as_of, at. out: facts, points. Safe to repeat: a refund is undone once.
with due as materialized (
  select d.user_id, d.rule_id, d.fact_id, d.lot_id, d.asked, d.waived, d.amount, l.amount - l.remaining as room, l.available_from, l.expires_on,
    a.debt, nextval('points.entry_number') as entry_id
  from points.give_back_due(0, 9223372036854775807) d
  join points.lot l on l.user_id = d.user_id and l.lot_id = d.lot_id
  join points.account a on a.user_id = d.user_id
  where d.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
), settling as materialized (
  select d.user_id, d.rule_id, d.fact_id, d.lot_id, d.asked, d.waived, d.amount, d.room, d.available_from, d.expires_on, d.entry_id,
    cast(least(d.amount, greatest(0, d.debt - (sum(d.amount) over (partition by d.user_id order by d.entry_id) - d.amount))) as bigint) as settled
  from due d
), sized as materialized (
  select s.user_id, s.rule_id, s.fact_id, s.lot_id, s.amount, s.available_from, s.expires_on, s.entry_id, s.settled,
    least(s.amount - s.settled, s.room) as returned, s.amount - s.settled - least(s.amount - s.settled, s.room) as rest
  from settling s
  where s.amount > 0
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, debt_change, day, at, source, reason, by_name)
  select s.user_id, s.entry_id, 'EARN', s.amount, -s.settled, :as_of, :at, 'rule', r.name, 'system'
  from sized s
  join points.earning_rule r on r.rule_id = s.rule_id
), keyed as (
  insert into points.business_key (key, user_id, entry_id)
  select 'rule:' || s.rule_id || ':' || s.fact_id || ':refund-undone:' || s.entry_id, s.user_id, s.entry_id
  from sized s
), restored as (
  update points.lot l
  set remaining = l.remaining + s.returned
  from sized s
  where l.user_id = s.user_id
    and l.lot_id = s.lot_id
    and s.returned > 0
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, amount)
  select s.user_id, s.entry_id, s.lot_id, s.returned
  from sized s
  where s.returned > 0
), brought as (
  insert into points.lot (user_id, lot_id, amount, remaining, available_from, expires_on)
  select s.user_id, s.entry_id, s.rest, s.rest, s.available_from, s.expires_on
  from sized s
  where s.rest > 0
), settled as (
  update points.account a
  set debt = a.debt - s.amount
  from (select user_id, sum(settled) as amount from sized where settled > 0 group by user_id) s
  where a.user_id = s.user_id
), marked as (
  update points.earned_fact f
  set refunded = false,
    taken_back = f.taken_back - d.asked,
    returned = f.returned + d.asked,
    returned_waived = f.returned_waived + d.waived
  from due d
  where f.user_id = d.user_id
    and f.rule_id = d.rule_id
    and f.fact_id = d.fact_id
)
select count(*) as facts, cast(coalesce(sum(d.amount), 0) as bigint) as points
from due d
