-- Writes down the facts one intake brought that one rule has not looked at yet, by their users: whoever looks something up for one after the other
-- finds the next beside the last.
-- in: rule, birthdays (whether they matter to it), from and to (instants), intake, zone. out: rows written. Safe to repeat after
-- forgetting those of the rule before.
insert into points.fresh_fact (user_id, fact_id, at, day, amount, times, birthday)
select f.user_id, f.fact_id, f.at, d.day, f.amount, f.times, cast(:birthdays as boolean) and points.is_birthday(u.birthday, d.day)
from points.earning_rule r
cross join lateral (
  select i.user_id, i.fact_id, i.at, i.amount, i.times
  from points.facts_of_intake(r.activity, :from, :to, :intake) i
  order by i.user_id
) f
cross join lateral (select cast(f.at at time zone :zone as date) as day) d
join users.users u on u.user_id = f.user_id
where r.rule_id = :rule
  and not exists (
    select
    from points.earned_fact e
    where e.user_id = f.user_id
      and e.rule_id = :rule
      and e.fact_id = f.fact_id
  )
