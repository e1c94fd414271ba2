-- Writes the orders and refunds of the rows that create.
-- in: intake, demo. Safe to repeat after classifying anew: a number that is known no longer creates.
insert into activity.order_fact (user_id, kind, source, order_no, paid_at, amount, channel, demo, intake_id)
select user_id, kind, source, order_no, paid_at, amount, channel, :demo, :intake
from activity.intake_row
where intake_id = :intake
  and outcome = 'CREATED'
order by user_id, paid_at
