-- Gives a rule another name, unless another has it, however it is capitalised. Under the lock of the rule.
-- in: rule, name. out: rows written. Safe to repeat.
update points.earning_rule r
set name = :name
where r.rule_id = :rule
  and not exists (select from points.earning_rule o where lower(o.name) = lower(:name) and o.rule_id <> :rule)
