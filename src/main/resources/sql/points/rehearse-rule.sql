-- What a rule would give for facts of a time if it looked at nothing before: how many facts, how many of them give points, to how many users, and how many. Weighs as earn-by-rule does;
-- only with limits or a first-time bonus the facts of a user are put in order.
-- in, by place: {0} whether the user of the fact f was in the segments it is limited to, {1} activity (null is orders), {2} points, {3} per_amount,
-- {4} first_bonus, {5} birthday_percent, {6} day_cap, {7} month_cap, {8} total_cap, {9} and {10} from and to (instants), {11} zone. Reads only.
with terms as materialized (
  select cast({1} as text) as activity, cast({2} as bigint) as points, cast({3} as bigint) as per_amount,
    cast({4} as bigint) as first_bonus, cast({5} as int) as birthday_percent, cast({6} as bigint) as day_cap,
    cast({7} as bigint) as month_cap, cast({8} as bigint) as total_cap,
    coalesce(cast({6} as bigint), cast({7} as bigint), cast({8} as bigint)) is not null or cast({4} as bigint) > 0 as looks_back
), fresh as (
  select f.user_id, f.fact_id, f.at, cast(f.at at time zone {11} as date) as day, f.amount, f.times, u.birthday
  from terms t
  cross join lateral points.facts_of_users(t.activity, {9}, {10}, 1, 9223372036854775807) f
  join users.users u on u.user_id = f.user_id
), inside as (
  select f.user_id, f.fact_id, f.at, f.day, f.amount, f.times, f.birthday
  from fresh f
  where {0}
), more as materialized (
  select h.user_id, h.during, tier.points_multiplier
  from membership.tier_history h
  join membership.tier tier on tier.id = h.tier_id
  where tier.points_multiplier <> 1
), worth as not materialized (
  select f.user_id, f.fact_id, f.at, f.day,
    div(
      coalesce(div(cast(f.amount as numeric) * t.points, t.per_amount), f.times * t.points)
        * case when t.birthday_percent <> 100 and points.is_birthday(f.birthday, f.day) then t.birthday_percent else 100 end
        * coalesce(more.points_multiplier, 1),
      100
    ) as amount
  from inside f
  cross join terms t
  left join more on more.user_id = f.user_id and more.during @> f.day
), weighed as (
  select w.user_id, w.fact_id, w.at, w.day, date_trunc('month', w.day) as month, t.day_cap, t.month_cap, t.total_cap,
    w.amount + case
      when row_number() over (partition by w.user_id order by w.at, w.fact_id) = 1 then t.first_bonus
      else 0
    end as amount
  from worth w
  cross join terms t
  where (select t.looks_back from terms t)
), by_day as (
  select w.user_id, w.fact_id, w.at, w.month, w.month_cap, w.total_cap,
    least(w.day_cap, sum(w.amount) over upto) - least(w.day_cap, sum(w.amount) over upto - w.amount) as amount
  from weighed w
  window upto as (partition by w.user_id, w.day order by w.at, w.fact_id)
), by_month as (
  select w.user_id, w.fact_id, w.at, w.total_cap,
    least(w.month_cap, sum(w.amount) over upto) - least(w.month_cap, sum(w.amount) over upto - w.amount) as amount
  from by_day w
  window upto as (partition by w.user_id, w.month order by w.at, w.fact_id)
), given as (
  select w.user_id, least(w.total_cap, sum(w.amount) over upto) - least(w.total_cap, sum(w.amount) over upto - w.amount) as amount
  from by_month w
  window upto as (partition by w.user_id order by w.at, w.fact_id)
  union all
  select w.user_id, w.amount
  from worth w
  where not (select t.looks_back from terms t)
)
select cast(coalesce(sum(u.facts), 0) as bigint) as facts, cast(coalesce(sum(u.giving), 0) as bigint) as giving,
  count(*) filter (where u.amount > 0) as users, cast(coalesce(sum(u.amount), 0) as bigint) as points
from (
  select g.user_id, count(*) as facts, count(*) filter (where g.amount > 0) as giving, sum(g.amount) as amount
  from given g
  group by g.user_id
) u
