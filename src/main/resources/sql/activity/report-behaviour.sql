-- How many staged rows of activity have which outcome, and by which identity they found their user.
-- in: intake. out: outcome, matched_by, rows. Reads only.
select outcome, matched_by, count(*) as rows
from activity.behaviour_intake_row
where intake_id = :intake
group by outcome, matched_by
