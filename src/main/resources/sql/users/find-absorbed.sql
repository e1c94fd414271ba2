-- The users merged into one, and those merged into them before.
-- in: id. Reads only.
with recursive chain as (
  select absorbed_id
  from users.merge_record
  where survivor_id = :id
  union
  select m.absorbed_id
  from chain c
  join users.merge_record m on m.survivor_id = c.absorbed_id
)
select absorbed_id
from chain
order by absorbed_id
