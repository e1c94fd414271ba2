-- The staged rows that are refused, in the order of the file.
-- in: intake, after (a line number), limit. out: line_no, reason, reason_fact, user_id, other_user_id. Reads only.
select line_no, reason, reason_fact, user_id, other_user_id
from activity.intake_verdict
where intake_id = :intake
  and outcome = 'REJECTED'
  and line_no > :after
order by line_no
limit :limit
