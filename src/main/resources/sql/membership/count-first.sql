-- Where a version would put everybody known, were it evaluated on a day before any other: growth value is counted from the facts by its own
-- factor and activity rules, as publishing it would. Users between whom no threshold lies are asked for once, see count-impact. In: :version, :window (kind) and :days (of the version), :active (whether it asks for active
-- days), :as_of (business day), :until (its end), :zone, :unit (minor units of one), :edges (numbers with commas between, rising).
-- Out: rank, place (of the growth value; 0 is below the first edge), users, net_amount. Changes nothing.
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
select e.rank, e.place, sum(e.users)::bigint as users, sum(e.net_amount)::bigint as net_amount
from (
  select
    a.place, a.users, a.net_amount,
    coalesce((
      select max(x.rank)
      from membership.tier x
      where x.version = :version
      and membership.reaches(x, a.growth, a.spend, a.orders, a.active_days)
    ), 1) as rank
  from (
    select
      width_bucket(coalesce(g.growth, 0), cast(string_to_array(:edges, ',') as bigint[])) as place,
      min(coalesce(g.growth, 0)) as growth, min(m.spend) as spend, min(m.orders) as orders, min(m.active_days) as active_days,
      count(*) as users, sum(m.spend) as net_amount
    from membership.measured(:as_of, :window, :days, :active) m
    left join growth g on g.user_id = m.user_id
    group by
      1,
      width_bucket(coalesce(g.growth, 0), (select t.growth from membership.thresholds(:version) t)),
      width_bucket(m.spend, (select t.spend from membership.thresholds(:version) t)),
      width_bucket(m.orders, (select t.orders from membership.thresholds(:version) t)),
      width_bucket(m.active_days, (select t.active_days from membership.thresholds(:version) t))
  ) a
) e
group by e.rank, e.place
order by e.rank, e.place
