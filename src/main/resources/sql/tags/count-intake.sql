-- How many rows are staged.
-- in: intake. out: one number. Reads only.
select count(*)
from tags.intake_row
where intake_id = :intake
