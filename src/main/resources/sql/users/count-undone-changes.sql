-- How many of the changes of an intake are had back as a whole, and how many cannot be.
-- in: intake. out: one row: reversed, failed. Reads only.
select count(*) filter (where failed = 0 and kept = 0) as reversed, count(*) filter (where failed > 0) as failed
from (
  select c.user_id, c.change_id,
    count(*) filter (where k.outcome = 'FAILED') as failed,
    count(*) filter (where k.outcome = 'KEPT') as kept
  from users.user_change c
  left join users.undo_cell k on k.intake_id = :intake and k.user_id = c.user_id and k.change_id = c.change_id
  where c.intake_id = :intake
  group by c.user_id, c.change_id
) changes
