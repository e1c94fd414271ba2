-- Writes down what rules gave for orders that were refunded, and have to take back, where one intake brought the refund or the order.
-- in: run, intake, to (an instant), at. out: rows written. Safe to repeat in a run of its own: what was taken back is not found.
insert into points.taking_back (run_id, user_id, rule_id, fact_id, why, at, amount, found_at)
select :run, d.user_id, d.rule_id, d.fact_id, 'REFUND', min(d.at), max(d.amount), :at
from points.refunds_due_of(:to, :intake) d
group by d.user_id, d.rule_id, d.fact_id
