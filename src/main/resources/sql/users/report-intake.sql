-- How many staged rows have which outcome, and by which identity they found their user.
-- in: intake. out: outcome, matched_by, rows. Reads only.
select outcome, matched_by, count(*) as rows
from users.intake_verdict
where intake_id = :intake
group by outcome, matched_by
union all
select 'CREATED', null,
  coalesce((select rows from users.intake_staged where intake_id = :intake), 0)
  - (select count(*) from users.intake_verdict where intake_id = :intake)
