-- What became of what each rule gave, the rule that gave most first.
-- Reads only.
select r.rule_id, r.name, f.as_of, f.users, f.facts, f.issued, f.taken_back, f.redeemed, f.revenue, r.activity is null as of_orders
from points.rule_figures f
join points.earning_rule r on r.rule_id = f.rule_id
order by f.issued desc, r.name
