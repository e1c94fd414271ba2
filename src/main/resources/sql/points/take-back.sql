-- Takes back what rules gave for what was refunded or is gone: first from what is left of its own lot; what had expired is not owed; the rest becomes
-- debt. Under the lock of the accounts. What refunds took and was given back, since they were undone, does not count as taken.
-- in: users (numbers with commas between), to (an instant), first_user and last_user, first_intake and last_intake, gone, zone, as_of, at.
-- out: facts, points. Safe to repeat: a share is taken back once.
with due as materialized (
  select d.user_id, d.rule_id, d.fact_id, d.lot_id, d.why, coalesce(cast(d.at at time zone :zone as date), :as_of) as day,
    least(d.amount, l.amount - f.reversed + g.returned) as amount, l.remaining, l.expired - f.waived + g.returned_waived as lost
  from points.take_back_due(:to, :first_user, :last_user, :first_intake, :last_intake, :gone) d
  join points.lot l on l.user_id = d.user_id and l.lot_id = d.lot_id
  join points.earned_fact g on g.user_id = d.user_id and g.rule_id = d.rule_id and g.fact_id = d.fact_id
  cross join lateral (
    select coalesce(sum(e.waived - e.amount), 0) as reversed, coalesce(sum(e.waived), 0) as waived
    from points.entry e
    where e.user_id = d.user_id
      and e.reverses = d.lot_id
  ) f
  where d.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
), sized as materialized (
  select d.user_id, d.rule_id, d.fact_id, d.lot_id, d.why, d.day, cast(d.amount as bigint) as amount, nextval('points.entry_number') as entry_id,
    cast(least(d.amount, d.remaining) as bigint) as taken,
    cast(least(d.amount - least(d.amount, d.remaining), d.lost) as bigint) as waived,
    cast(d.amount - least(d.amount, d.remaining) - least(d.amount - least(d.amount, d.remaining), d.lost) as bigint) as owed
  from due d
  where d.amount > 0
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, asked, waived, debt_change, day, at, source, reason, reverses, by_name)
  select s.user_id, s.entry_id, 'REVERSE_EARN', -s.taken - s.owed, s.amount, s.waived, s.owed, s.day, :at, 'rule', r.name, s.lot_id, 'system'
  from sized s
  join points.earning_rule r on r.rule_id = s.rule_id
), keyed as (
  insert into points.business_key (key, user_id, entry_id)
  select s.key || case when exists (select from points.business_key k where k.key = s.key) then ':' || s.entry_id else '' end, s.user_id, s.entry_id
  from (
    select 'rule:' || z.rule_id || ':' || z.fact_id || ':' || lower(z.why) as key, z.user_id, z.entry_id
    from sized z
  ) s
), taken as (
  update points.lot l
  set remaining = l.remaining - s.taken
  from sized s
  where l.user_id = s.user_id
    and l.lot_id = s.lot_id
    and s.taken > 0
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, amount)
  select s.user_id, s.entry_id, s.lot_id, -s.taken
  from sized s
  where s.taken > 0
), owed as (
  update points.account a
  set debt = a.debt + s.amount
  from (select user_id, sum(owed) as amount from sized where owed > 0 group by user_id) s
  where a.user_id = s.user_id
), marked as (
  update points.earned_fact f
  set taken_back = f.taken_back + greatest(d.amount, 0),
    refunded = f.refunded or d.why = 'REFUND',
    gone = d.why = 'GONE'
  from due d
  where f.user_id = d.user_id
    and f.rule_id = d.rule_id
    and f.fact_id = d.fact_id
)
select count(*) as facts, cast(coalesce(sum(s.amount), 0) as bigint) as points
from sized s
