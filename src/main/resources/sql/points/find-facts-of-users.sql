-- Writes down the facts of some users that one rule has not looked at yet.
-- in: rule, birthdays (whether they matter to it), from and to (instants), first_user and last_user, zone. out: rows written. Safe to repeat after
-- forgetting those of the rule before.
insert into points.fresh_fact (user_id, fact_id, at, day, amount, times, birthday)
select f.user_id, f.fact_id, f.at, d.day, f.amount, f.times, cast(:birthdays as boolean) and points.is_birthday(u.birthday, d.day)
from points.earning_rule r
cross join lateral points.facts_of_users(r.activity, :from, :to, :first_user, :last_user) f
cross join lateral (select cast(f.at at time zone :zone as date) as day) d
join users.users u on u.user_id = f.user_id
  and u.user_id between :first_user and :last_user
where r.rule_id = :rule
  and not exists (
    select
    from points.earned_fact e
    where e.user_id = f.user_id
      and e.rule_id = :rule
      and e.fact_id = f.fact_id
      and e.user_id between :first_user and :last_user
  )
