-- The tier of every user by what growth value came in the year up to the last day, by one statement into an unlogged table without an index.
insert into bench.tier (user_id, rank)
select
  u.user_id,
  case
    when g.growth >= 20000 then 5
    when g.growth >= 6000 then 4
    when g.growth >= 2000 then 3
    when g.growth >= 500 then 2
    else 1
  end
from users.users u
left join (
  select user_id, sum(amount) as growth
  from membership.growth_entry
  where day > date '2026-11-19' - 365
    and day <= date '2026-11-19'
  group by user_id
) g on g.user_id = u.user_id
