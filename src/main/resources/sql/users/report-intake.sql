-- How many staged rows have which outcome, and by which identity they found their user.
-- in: intake. out: outcome, matched_by, rows. Reads only.
select outcome, matched_by, count(*) as rows
from users.intake_verdict
where intake_id = :intake
group by outcome, matched_by
union all
select 'CREATED', null,
  (select count(*) from users.intake_row where intake_id = :intake)
  - (select count(*) from users.intake_verdict where intake_id = :intake)
