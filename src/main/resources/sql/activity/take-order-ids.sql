-- Takes one id for each line of a file from the sequence at once; ids of lines that bring no order stay unused.
-- in: intake. out: what the ids of its lines are counted from. Safe to repeat: it takes others.
select setval('activity.order_id', nextval('activity.order_id') + last_line) - last_line
from activity.intake_staged
where intake_id = :intake
