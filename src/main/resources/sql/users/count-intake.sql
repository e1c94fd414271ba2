-- How many rows are staged.
-- in: intake. out: one number. Reads only.
select count(*)
from users.intake_row
where intake_id = :intake
