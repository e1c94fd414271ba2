-- Some staged rows of one outcome.
-- in: intake, outcome, limit. out: line_no, outcome, order_no, reason, reason_fact. Reads only.
select r.line_no, coalesce(v.outcome, 'CREATED') as outcome, r.order_no, v.reason, v.reason_fact
from activity.intake_row r
left join activity.intake_verdict v on v.intake_id = r.intake_id and v.line_no = r.line_no
where r.intake_id = :intake
  and coalesce(v.outcome, 'CREATED') = :outcome
order by r.line_no
limit :limit
