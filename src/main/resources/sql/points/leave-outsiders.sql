-- Takes out of the facts a rule is about to give points for those whose user was in none of the segments it is limited to, and writes down that they were
-- looked at. in, by place: {0} whether the user of the fact f was inside, {1} rule, {2} version. out: facts. Safe to repeat: they are found no longer.
with outside as (
  delete from points.fresh_fact f
  where not {0}
  returning f.user_id, f.fact_id, f.day
), looked_at as (
  insert into points.earned_fact (user_id, rule_id, fact_id, version, day, amount, outside)
  select o.user_id, {1}, o.fact_id, {2}, o.day, 0, true
  from outside o
  returning fact_id
)
select count(*) as facts
from looked_at
