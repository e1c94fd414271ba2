-- A name is one rule, and one reward, however it is capitalised. Where two had the same by then, the later one bears its number too.
update points.earning_rule r
set name = left(r.name, 60 - length(' (#' || r.rule_id || ')')) || ' (#' || r.rule_id || ')'
where exists (select from points.earning_rule o where lower(o.name) = lower(r.name) and o.rule_id < r.rule_id);
alter table points.earning_rule drop constraint earning_rule_name_key;
create unique index earning_rule_name on points.earning_rule (lower(name));

update points.reward r
set name = left(r.name, 80 - length(' (#' || r.reward_id || ')')) || ' (#' || r.reward_id || ')'
where exists (select from points.reward o where lower(o.name) = lower(r.name) and o.reward_id < r.reward_id);
alter table points.reward drop constraint reward_name_key;
create unique index reward_name on points.reward (lower(name));
