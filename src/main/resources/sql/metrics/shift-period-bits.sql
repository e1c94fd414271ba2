-- Moves the touched users from the bits they had to the bits they will have.
-- Out: rows written. Not safe to repeat before write-computed, in one transaction with it: it looks at the difference.
insert into metrics.period_bits (bought_in, repeated_in, users)
select bought_in, repeated_in, sum(users)
from (
  select f.bought_in, f.repeated_in, 1 as users
  from metrics.computed_figures f
  union all
  select m.bought_in, m.repeated_in, -1
  from metrics.computed_figures f
  join metrics.user_metrics m on m.user_id = f.user_id
) moves
group by bought_in, repeated_in
having sum(users) <> 0
on conflict (bought_in, repeated_in) do update
set users = metrics.period_bits.users + excluded.users
