-- Holds a benefit until the transaction ends. In: :benefit. Out: its number, or nothing. Safe to repeat.
select benefit_id
from membership.benefit
where benefit_id = :benefit
for update
