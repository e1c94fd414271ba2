-- Holds a plan until the transaction ends. In: :plan. Out: its number, or nothing. Safe to repeat.
select plan_id
from membership.plan
where plan_id = :plan
for update
