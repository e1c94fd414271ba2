-- The staged rows of activity that are refused, in the order of the file.
-- in: intake, after (a line number), limit. out: line_no, reason, reason_fact. Reads only.
select line_no, reason, reason_fact
from activity.behaviour_intake_row
where intake_id = :intake
  and outcome = 'REJECTED'
  and line_no > :after
order by line_no
limit :limit
