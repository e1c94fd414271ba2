-- Adds up what became of what each rule gave: users, facts, points, what was taken back and redeemed, and the revenue of the orders. Points are those
-- of the ledger, so that a rule and all kinds of entries tell the same: what facts brought that are gone was issued and taken back, what a refund took
-- that is gone was issued again, and what had expired when it was taken back was not taken.
-- in: as_of. out: rows written. Safe to repeat.
with facts as materialized (
  select f.rule_id, f.user_id, f.fact_id, f.entry_id, f.amount + f.returned - f.returned_waived as issued, f.gone
  from points.earned_fact f
  where f.amount > 0
), given as (
  select f.rule_id, f.user_id, f.fact_id, f.entry_id
  from facts f
  where not f.gone
), sums as (
  select f.rule_id, count(distinct f.user_id) filter (where not f.gone) as users, count(*) filter (where not f.gone) as facts, sum(f.issued) as issued
  from facts f
  group by f.rule_id
), taken_back as (
  select f.rule_id, -sum(e.amount) as amount
  from facts f
  join points.entry e on e.user_id = f.user_id and e.reverses = f.entry_id
  where e.kind = 'REVERSE_EARN'
  group by f.rule_id
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
select e.rule_id, :as_of, coalesce(s.users, 0), coalesce(s.facts, 0), coalesce(s.issued, 0), coalesce(b.amount, 0), coalesce(d.amount, 0),
  coalesce(v.amount, 0)
from points.earning_rule e
left join sums s on s.rule_id = e.rule_id
left join taken_back b on b.rule_id = e.rule_id
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
