-- Takes back what a run found to be refunded or gone: first from what is left of its own lot; what had expired is not owed; the rest becomes
-- debt. Under the lock of the accounts. What refunds took and was given back, since they were undone, does not count as taken.
-- in: run, users (numbers with commas between), zone, as_of, at. out: facts, points. Safe to repeat: a share is taken back once.
with due as materialized (
  select t.user_id, t.rule_id, t.fact_id, l.lot_id, t.why, coalesce(cast(t.at at time zone :zone as date), :as_of) as day,
    least(coalesce(t.amount, g.amount - g.taken_back), l.amount - f.reversed + g.returned) as amount, l.remaining,
    l.expired - f.waived + g.returned_waived as lost
  from points.taking_back t
  join points.earned_fact g on g.user_id = t.user_id and g.rule_id = t.rule_id and g.fact_id = t.fact_id
  join points.lot l on l.user_id = g.user_id and l.lot_id = g.entry_id
  cross join lateral (
    select coalesce(sum(e.waived - e.amount), 0) as reversed, coalesce(sum(e.waived), 0) as waived
    from points.entry e
    where e.user_id = l.user_id
      and e.reverses = l.lot_id
  ) f
  where t.run_id = :run
    and t.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
    and not g.gone
    and not (t.why = 'REFUND' and g.refunded)
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
