-- Which comparison the verdicts of an intake are of, and how many rows found their user by which identity.
-- in: intake. out: at most one row. Reads only.
select terms, revision, by_external_id, by_phone, by_email
from activity.intake_comparison
where intake_id = :intake
