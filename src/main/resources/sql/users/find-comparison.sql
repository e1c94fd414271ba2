-- Which comparison the verdicts of an intake are of.
-- in: intake. out: at most one row. Reads only.
select terms, revision
from users.intake_comparison
where intake_id = :intake
