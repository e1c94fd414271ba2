-- Who stands for a user that was merged into another, and for that one, and so on.
-- in: id. out: at most one id. Reads only.
with recursive chain as (
  select survivor_id
  from users.merge_record
  where absorbed_id = :id
  union
  select m.survivor_id
  from chain c
  join users.merge_record m on m.absorbed_id = c.survivor_id
)
select survivor_id
from chain
where survivor_id not in (select absorbed_id from users.merge_record)
