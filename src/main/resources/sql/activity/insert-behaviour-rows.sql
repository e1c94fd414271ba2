-- Writes the activity of the rows that create. What is there already breaks the unique index, and with it the whole merge.
-- in: intake, demo. Safe to repeat after classifying anew: what is known no longer creates.
insert into activity.behaviour (user_id, type, happened_at, count, attributes, demo, intake_id)
select user_id, type, happened_at, count, attributes, :demo, :intake
from activity.behaviour_intake_row
where intake_id = :intake
  and outcome = 'CREATED'
order by user_id, happened_at
