-- What everybody known did in the window of a version, were it evaluated on a day before any other, in the order of users: growth value is counted from
-- the facts by its own factor and activity rules, as publishing it would. In: :version, :window (kind) and :days (of the version), :active (whether
-- it asks for active days), :as_of (business day), :until (its end), :zone, :unit (minor units of one).
-- Out: user_id, growth, spend, orders, active_days. Changes nothing.
with terms as materialized (
  select p.version, p.order_factor, membership.window_start(p.reach_window, p.reach_days, :as_of + 1, null) as first_day
  from membership.programme p
  where p.version = :version
), growth as (
  select w.user_id, sum(w.amount)::bigint as growth
  from (
    select
      f.user_id,
      case when f.kind = 'ORDER' then 1 else -1 end * trunc(f.amount * t.order_factor / :unit)::bigint as amount
    from activity.order_fact f
    cross join terms t
    where f.paid_at < :until
    and f.paid_at >= t.first_day::timestamp at time zone :zone
    union all
    select m.user_id, m.so_far - m.before
    from (
      select
        d.user_id, d.day,
        least(sum(d.worth) over so_far, d.monthly_cap)::bigint as so_far,
        least(sum(d.worth) over so_far - d.worth, d.monthly_cap)::bigint as before
      from (
        select h.user_id, h.type, h.day, a.monthly_cap, least(h.times * a.growth, a.daily_cap) as worth
        from membership.activity_rule a
        join (
          select b.user_id, b.type, u.day, u.total - coalesce(b.times[u.at - 1], 0) as times
          from metrics.behaviour_history b
          cross join lateral unnest(b.days, b.times) with ordinality as u (day, total, at)
        ) h on h.type = a.type
        where a.version = :version
        and h.day <= :as_of
      ) d
      window so_far as (partition by d.user_id, d.type, date_trunc('month', d.day::timestamp) order by d.day)
    ) m
    cross join terms t
    where m.day >= t.first_day
  ) w
  group by w.user_id
)
select m.user_id, coalesce(g.growth, 0) as growth, m.spend, m.orders, m.active_days
from membership.measured(:as_of, :window, :days, :active) m
left join growth g on g.user_id = m.user_id
order by m.user_id
