-- Forgets facts that brought nothing and are no longer there. Orders and activity are asked about apart: in one condition they would be asked fact
-- by fact, not all together.
-- out: rows deleted. Safe to repeat.
delete from points.earned_fact x
using (
  select f.user_id, f.rule_id, f.fact_id
  from points.earned_fact f
  join points.earning_rule e on e.rule_id = f.rule_id and e.activity is null
  where f.amount = 0
    and not exists (select from activity.order_fact o where o.user_id = f.user_id and o.order_id = f.fact_id)
  union all
  select f.user_id, f.rule_id, f.fact_id
  from points.earned_fact f
  join points.earning_rule e on e.rule_id = f.rule_id and e.activity is not null
  where f.amount = 0
    and not exists (select from activity.behaviour b where b.user_id = f.user_id and b.behaviour_id = f.fact_id)
) g
where x.user_id = g.user_id
  and x.rule_id = g.rule_id
  and x.fact_id = g.fact_id
