-- What a rule would give for facts of a time if it looked at nothing before: how many facts, users and points. Weighs as earn-by-rule does.
-- in: activity (null is orders), points, per_amount, first_bonus, birthday_percent, day_cap, month_cap, total_cap, from and to (instants), zone. Reads only.
with terms as materialized (
  select cast(:activity as text) as activity, cast(:points as bigint) as points, cast(:per_amount as bigint) as per_amount,
    cast(:first_bonus as bigint) as first_bonus, cast(:birthday_percent as int) as birthday_percent, cast(:day_cap as bigint) as day_cap,
    cast(:month_cap as bigint) as month_cap, cast(:total_cap as bigint) as total_cap
), fresh as materialized (
  select f.user_id, f.fact_id, f.at, cast(f.at at time zone :zone as date) as day, f.amount, f.times, u.birthday
  from terms t
  cross join lateral points.facts(t.activity, :from, :to, 1, 9223372036854775807, 0, 9223372036854775807) f
  join users.users u on u.user_id = f.user_id
), weighed as (
  select f.user_id, f.fact_id, f.at, f.day, date_trunc('month', f.day) as month, t.day_cap, t.month_cap, t.total_cap,
    div(
      coalesce(div(cast(f.amount as numeric) * t.points, t.per_amount), f.times * t.points)
        * case when points.is_birthday(f.birthday, f.day) then t.birthday_percent else 100 end
        * coalesce(tier.points_multiplier, 1),
      100
    ) + case
      when row_number() over (partition by f.user_id order by f.at, f.fact_id) = 1 then t.first_bonus
      else 0
    end as amount
  from fresh f
  cross join terms t
  left join membership.tier_history held on held.user_id = f.user_id and held.during @> f.day
  left join membership.tier tier on tier.id = held.tier_id
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
)
select count(*) as facts, count(distinct g.user_id) filter (where g.amount > 0) as users, cast(coalesce(sum(g.amount), 0) as bigint) as points
from given g
