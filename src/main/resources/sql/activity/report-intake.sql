-- How many staged rows have which outcome.
-- in: intake. out: outcome, rows. Reads only.
select outcome, count(*) as rows
from activity.intake_verdict
where intake_id = :intake
group by outcome
union all
select 'CREATED',
  coalesce((select rows from activity.intake_staged where intake_id = :intake), 0)
  - (select count(*) from activity.intake_verdict where intake_id = :intake)
