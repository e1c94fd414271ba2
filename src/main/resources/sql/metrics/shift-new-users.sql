-- Moves the touched users from the day they were registered on to the one they are now.
-- In: :as_of. Out: rows written. Not safe to repeat before write-computed, in one transaction with it: it looks at the difference.
insert into metrics.day_figures (day, new_users, orders, refunds, gross, refunded)
select day, sum(users), 0, 0, 0, 0
from (
  select f.registered_on as day, 1 as users
  from metrics.computed_figures f
  union all
  select m.registered_on, -1
  from metrics.computed_figures f
  join metrics.user_metrics m on m.user_id = f.user_id
) moves
where day is not null
  and day <= :as_of
group by day
having sum(users) <> 0
on conflict (day) do update
set new_users = metrics.day_figures.new_users + excluded.new_users
