-- Where everybody stands now, where a version would put them on its first day, and where at the due dates if nobody did more than in the
-- window that ends with the day: up at once, down only then. Who has paid for a tier on the day goes on paying. A tier given by hand gives
-- way to what it took the place of, as far as that is not due by then, or to what is earned. Users between whom no
-- threshold of the version lies are one to its rules: these are asked once for all of them.
-- In: :version, :window (kind) and :days (of the version), :active (whether it asks for active days), :stored (whether the figures of the last
-- evaluation are of the same window), :as_of (business day). Out: tier_id, first_rank, later_rank, users, net_amount. Changes nothing.
with figures as (
  select f.user_id, f.growth, f.spend, f.orders, f.active_days
  from membership.figure f
  where :stored
  union all
  select m.user_id, m.growth, m.spend, m.orders, m.active_days
  from membership.measured(:as_of, :window, :days, :active) m
  where not :stored
), heirs as materialized (
  select distinct on (o.id) o.id as old_id, x.rank as new_rank
  from membership.tier o
  join membership.tier l on l.version = o.version and l.rank <= o.rank
  join membership.tier x on x.version = :version and x.tier_no = l.tier_no
  where o.version <> :version
  order by o.id, l.rank desc
), paying as (
  select r.user_id, max(r.rank) as paid_rank
  from membership.paid_ranks(:version, :as_of, 0, 9223372036854775807) r
  where r.from_on <= :as_of
  and r.until_on > :as_of
  group by r.user_id
), given as (
  select
    s.user_id,
    coalesce((
      select h.new_rank
      from heirs h
      where h.old_id = t.back_tier_id
      and (t.back_due_on is null or t.back_due_on > s.decide_on)
    ), 0) as back_rank
  from membership.standing s
  join membership.tier_history t on t.user_id = s.user_id and t.starts_on = s.starts_on
  where s.cause = 'MANUAL'
), alike as materialized (
  select
    s.tier_id, c.paid_rank, g.back_rank,
    min(f.growth) as growth, min(f.spend) as spend, min(f.orders) as orders, min(f.active_days) as active_days,
    count(*) as users, sum(f.spend) as net_amount
  from membership.standing s
  join figures f on f.user_id = s.user_id
  left join paying c on c.user_id = s.user_id
  left join given g on g.user_id = s.user_id
  group by
    s.tier_id, c.paid_rank, g.back_rank,
    width_bucket(f.growth, (select m.growth from membership.thresholds(:version) m)),
    width_bucket(f.spend, (select m.spend from membership.thresholds(:version) m)),
    width_bucket(f.orders, (select m.orders from membership.thresholds(:version) m)),
    width_bucket(f.active_days, (select m.active_days from membership.thresholds(:version) m))
)
select
  r.tier_id,
  r.first_rank,
  greatest(r.paid_rank, case
    when r.back_rank is not null then greatest(r.earned_rank, r.back_rank)
    when t.rank = 1 or r.earned_rank >= t.rank or membership.keeps(t, r.growth, r.spend, r.orders, r.active_days) then t.rank
    when t.at_due = 'ONE_STEP' then t.rank - 1
    when t.at_due = 'EARNED' then r.earned_rank
    else least(t.rank - 1, greatest(r.earned_rank, t.floor_rank))
  end) as later_rank,
  sum(r.users)::bigint as users,
  sum(r.net_amount)::bigint as net_amount
from (
  select
    e.tier_id, e.paid_rank, e.back_rank, e.growth, e.spend, e.orders, e.active_days, e.users, e.net_amount, e.earned_rank,
    greatest(e.earned_rank, h.new_rank, e.paid_rank) as first_rank
  from (
    select
      a.tier_id, a.paid_rank, a.back_rank, a.growth, a.spend, a.orders, a.active_days, a.users, a.net_amount,
      coalesce((
        select max(x.rank)
        from membership.tier x
        where x.version = :version
        and membership.reaches(x, a.growth, a.spend, a.orders, a.active_days)
      ), 1) as earned_rank
    from alike a
  ) e
  join heirs h on h.old_id = e.tier_id
) r
join membership.tier t on t.version = :version and t.rank = r.first_rank
group by 1, 2, 3
