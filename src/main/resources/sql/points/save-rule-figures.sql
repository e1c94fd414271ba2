-- Adds up what became of what each rule gave: users, facts, points, what was taken back and redeemed, and the revenue of the orders.
-- in: as_of. out: rows written. Safe to repeat.
with given as materialized (
  select f.rule_id, f.user_id, f.fact_id, f.entry_id, f.amount, f.taken_back
  from points.earned_fact f
  where f.amount > 0
    and not f.gone
), sums as (
  select g.rule_id, count(distinct g.user_id) as users, count(*) as facts, sum(g.amount) as issued, sum(g.taken_back) as taken_back
  from given g
  group by g.rule_id
), redeemed as (
  select g.rule_id, -sum(a.amount) as amount
  from given g
  join points.allocation a on a.user_id = g.user_id and a.lot_id = g.entry_id
  join points.entry e on e.user_id = a.user_id and e.entry_id = a.entry_id
  where e.kind in ('SPEND', 'REVERSE_SPEND')
    and not a.settles
  group by g.rule_id
), revenue as (
  select g.rule_id, sum(o.amount) - coalesce(sum(r.amount), 0) as amount
  from given g
  join points.earning_rule e on e.rule_id = g.rule_id
  join activity.order_fact o on o.user_id = g.user_id and o.order_id = g.fact_id
  left join activity.order_fact r on r.user_id = o.user_id and r.kind = 'REFUND' and r.order_no = o.order_no and r.source = o.source
  where e.activity is null
  group by g.rule_id
)
insert into points.rule_figures (rule_id, as_of, users, facts, issued, taken_back, redeemed, revenue)
select e.rule_id, :as_of, coalesce(s.users, 0), coalesce(s.facts, 0), coalesce(s.issued, 0), coalesce(s.taken_back, 0), coalesce(d.amount, 0),
  coalesce(v.amount, 0)
from points.earning_rule e
left join sums s on s.rule_id = e.rule_id
left join redeemed d on d.rule_id = e.rule_id
left join revenue v on v.rule_id = e.rule_id
on conflict (rule_id) do update
set as_of = excluded.as_of,
  users = excluded.users,
  facts = excluded.facts,
  issued = excluded.issued,
  taken_back = excluded.taken_back,
  redeemed = excluded.redeemed,
  revenue = excluded.revenue
