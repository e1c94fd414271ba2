-- Holds a rule until the transaction ends.
-- in: rule. out: its number, or nothing. Safe to repeat.
select rule_id
from points.earning_rule
where rule_id = :rule
for update
