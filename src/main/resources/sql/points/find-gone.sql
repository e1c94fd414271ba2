-- Writes down what rules gave for facts that are gone, and have to take back.
-- in: run, at. out: rows written. Safe to repeat in a run of its own: what was taken back is not found.
insert into points.taking_back (run_id, user_id, rule_id, fact_id, why, found_at)
select :run, d.user_id, d.rule_id, d.fact_id, 'GONE', :at
from points.gone_due() d
