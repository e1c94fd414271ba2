-- How many users nobody knows the staged orders would make known.
-- in: intake. out: one number. Reads only.
select count(distinct coalesce('E' || r.external_id, 'P' || r.phone, 'M' || r.email))
from activity.intake_verdict v
join activity.intake_row r on r.intake_id = :intake and r.line_no = v.line_no
where v.intake_id = :intake
  and v.outcome = 'CREATED'
