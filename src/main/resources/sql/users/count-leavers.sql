-- How many of the users that go the intake itself made known.
-- in: intake. out: one number. Reads only.
select count(*)
from users.undo_leaver
where intake_id = :intake
  and created
