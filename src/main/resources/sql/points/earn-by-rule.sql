-- Gives what one version of a rule gives for the facts that were found, the earliest first: entries, their lots, what settles debts, and which facts
-- were looked at, which stands for a key of the entry: none is given twice. Times the multiplier of the tier held on the day of the fact. Limits and
-- first-time bonuses count what was given for facts before; without either nobody looks back. Lots lie by the day on which they expire: a night that
-- empties them writes few pages. Holds the accounts until the transaction ends.
-- in: rule, version, at. out: facts, points. Safe to repeat after finding facts anew: one that was looked at is not found.
with terms as materialized (
  select r.rule_id, r.name, r.activity, v.version, v.points, v.per_amount, v.first_bonus, v.birthday_percent, v.day_cap, v.month_cap, v.total_cap,
    v.available_after, v.expiry_policy, v.expiry_number, v.expiry_day,
    coalesce(v.day_cap, v.month_cap, v.total_cap) is not null or v.first_bonus > 0 as looks_back
  from points.earning_rule r
  join points.earning_version v on v.rule_id = r.rule_id
  where r.rule_id = :rule
    and v.version = :version
), before as materialized (
  select e.user_id, e.day, sum(e.amount) as amount
  from (select distinct user_id from points.fresh_fact) f
  join points.earned_fact e on e.user_id = f.user_id
  where (select t.looks_back from terms t)
    and e.rule_id = :rule
    and not e.gone
    and not e.outside
  group by e.user_id, e.day
), before_month as (
  select user_id, date_trunc('month', day) as month, sum(amount) as amount
  from before
  group by 1, 2
), before_all as (
  select user_id, sum(amount) as amount
  from before
  group by 1
), more as materialized (
  select h.user_id, h.during, tier.points_multiplier
  from (select distinct user_id from points.fresh_fact) f
  join membership.tier_history h on h.user_id = f.user_id
  join membership.tier tier on tier.id = h.tier_id
  where tier.points_multiplier <> 1
), worth as not materialized (
  select f.user_id, f.fact_id, f.at, f.day,
    div(
      coalesce(div(cast(f.amount as numeric) * t.points, t.per_amount), f.times * t.points)
        * case when f.birthday then t.birthday_percent else 100 end
        * coalesce(more.points_multiplier, 1),
      100
    ) as amount
  from points.fresh_fact f
  cross join terms t
  left join more on more.user_id = f.user_id and more.during @> f.day
), weighed as (
  select w.user_id, w.fact_id, w.at, w.day, date_trunc('month', w.day) as month, t.day_cap, t.month_cap, t.total_cap,
    coalesce(d.amount, 0) as day_before, coalesce(m.amount, 0) as month_before, coalesce(a.amount, 0) as all_before,
    w.amount + case
      when a.user_id is null and row_number() over (partition by w.user_id order by w.at, w.fact_id) = 1 then t.first_bonus
      else 0
    end as amount
  from worth w
  cross join terms t
  left join before d on d.user_id = w.user_id and d.day = w.day
  left join before_month m on m.user_id = w.user_id and m.month = date_trunc('month', w.day)
  left join before_all a on a.user_id = w.user_id
  where (select t.looks_back from terms t)
), by_day as (
  select w.user_id, w.fact_id, w.at, w.day, w.month, w.month_cap, w.total_cap, w.month_before, w.all_before,
    least(w.day_cap, w.day_before + sum(w.amount) over upto) - least(w.day_cap, w.day_before + sum(w.amount) over upto - w.amount) as amount
  from weighed w
  window upto as (partition by w.user_id, w.day order by w.at, w.fact_id)
), by_month as (
  select w.user_id, w.fact_id, w.at, w.day, w.total_cap, w.all_before,
    least(w.month_cap, w.month_before + sum(w.amount) over upto) - least(w.month_cap, w.month_before + sum(w.amount) over upto - w.amount) as amount
  from by_day w
  window upto as (partition by w.user_id, w.month order by w.at, w.fact_id)
), given as materialized (
  select w.user_id, w.fact_id, w.at, w.day,
    cast(least(w.total_cap, w.all_before + sum(w.amount) over upto) - least(w.total_cap, w.all_before + sum(w.amount) over upto - w.amount) as bigint) as amount
  from by_month w
  window upto as (partition by w.user_id order by w.at, w.fact_id)
  union all
  select w.user_id, w.fact_id, w.at, w.day, cast(w.amount as bigint)
  from worth w
  where not (select t.looks_back from terms t)
), opened as (
  insert into points.account (user_id)
  select distinct g.user_id
  from given g
  where g.amount > 0
    and not exists (select from points.account a where a.user_id = g.user_id)
  order by g.user_id
  on conflict (user_id) do nothing
  returning user_id, debt
), held as materialized (
  select a.user_id, a.debt
  from points.account a
  where a.user_id = any (array(select distinct g.user_id from given g where g.amount > 0))
  order by a.user_id
  for update
), holder as (
  select o.user_id, o.debt
  from opened o
  union all
  select h.user_id, h.debt
  from held h
), due as materialized (
  select g.user_id, g.fact_id, g.at, g.day, g.amount, nextval('points.entry_number') as entry_id, cast(0 as bigint) as settled
  from (
    select b.user_id, b.fact_id, b.at, b.day, b.amount
    from given b
    join holder h on h.user_id = b.user_id
    where b.amount > 0
      and h.debt = 0
    order by b.user_id, b.at, b.fact_id
  ) g
  union all
  select g.user_id, g.fact_id, g.at, g.day, g.amount, nextval('points.entry_number') as entry_id,
    cast(least(g.amount, greatest(0, h.debt - (sum(g.amount) over (partition by g.user_id order by g.at, g.fact_id) - g.amount))) as bigint) as settled
  from given g
  join holder h on h.user_id = g.user_id
  where g.amount > 0
    and h.debt > 0
), posted as (
  insert into points.entry (user_id, entry_id, kind, amount, debt_change, day, at, source, reason, by_name)
  select d.user_id, d.entry_id, 'EARN', d.amount, -d.settled, d.day, :at, 'rule', t.name, 'system'
  from due d
  cross join terms t
), brought as (
  insert into points.lot (user_id, lot_id, amount, remaining, available_from, expires_on)
  select d.user_id, d.entry_id, d.amount, d.amount - d.settled, d.day + t.available_after,
    points.last_day(t.expiry_policy, t.expiry_number, t.expiry_day, d.day + t.available_after) as expires_on
  from due d
  cross join terms t
  order by expires_on
), noted as (
  insert into points.allocation (user_id, entry_id, lot_id, settles, amount)
  select d.user_id, d.entry_id, d.entry_id, true, -d.settled
  from due d
  where d.settled > 0
), settled as (
  update points.account a
  set debt = a.debt - s.amount
  from (select user_id, sum(settled) as amount from due where settled > 0 group by user_id) s
  where a.user_id = s.user_id
), looked_at as (
  insert into points.earned_fact (user_id, rule_id, fact_id, version, day, amount, entry_id)
  select d.user_id, :rule, d.fact_id, :version, d.day, d.amount, d.entry_id
  from due d
  union all
  select g.user_id, :rule, g.fact_id, :version, g.day, 0, null
  from given g
  where g.amount = 0
  returning amount
)
select count(*) as facts, cast(coalesce(sum(l.amount), 0) as bigint) as points
from looked_at l
