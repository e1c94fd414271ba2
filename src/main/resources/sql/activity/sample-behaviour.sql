-- Some staged rows of activity of one outcome.
-- in: intake, outcome, limit. out: line_no, outcome, type, happened_at, count, reason, reason_fact. Reads only.
select line_no, outcome, type, happened_at, count, reason, reason_fact
from activity.behaviour_intake_row
where intake_id = :intake
  and outcome = :outcome
order by line_no
limit :limit
