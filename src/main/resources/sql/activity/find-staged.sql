-- How many rows are staged, and the kinds of identity they give.
-- in: intake. out: at most one row. Reads only.
select rows, given
from activity.intake_staged
where intake_id = :intake
