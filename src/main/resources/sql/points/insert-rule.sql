-- Writes a new rule.
-- in: name, activity (null is orders), when. out: its number, or nothing if another has the name, however it is capitalised. Safe to repeat: a name is one rule.
insert into points.earning_rule (name, activity, created_at)
values (:name, cast(:activity as text), :when)
on conflict (lower(name)) do nothing
returning rule_id
