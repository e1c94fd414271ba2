-- Some staged rows of one outcome.
-- in: intake, outcome, limit. out: line_no, outcome, order_no, reason, reason_fact. Reads only.
select line_no, outcome, order_no, reason, reason_fact
from activity.intake_row
where intake_id = :intake
  and outcome = :outcome
order by line_no
limit :limit
