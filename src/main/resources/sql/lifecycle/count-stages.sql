-- How many users stand in which stage on a day: all who ever came to it less all who left it.
-- In: :as_of (business day). Out: a row per stage with anybody in it. Changes nothing.
select moves.stage, sum(moves.users) as users
from (
  select m.stage, m.users
  from lifecycle.day_moves m
  where m.day <= :as_of
  union all
  select m.from_stage, -m.users
  from lifecycle.day_moves m
  where m.day <= :as_of
  and m.from_stage is not null
) moves
group by moves.stage
having sum(moves.users) <> 0
