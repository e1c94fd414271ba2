-- The staged rows of activity that are refused, in the order of the file.
-- in: intake, after (a line number), limit. out: line_no, reason, reason_fact, user_id, other_user_id. Reads only.
select line_no, reason, reason_fact, user_id,
       case when reason in ('EXTERNAL_ID_TAKEN', 'PHONE_TAKEN', 'EMAIL_TAKEN') then reason_fact::bigint end as other_user_id
from activity.behaviour_intake_row
where intake_id = :intake
  and outcome = 'REJECTED'
  and line_no > :after
order by line_no
limit :limit
