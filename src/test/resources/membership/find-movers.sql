-- Who would move up on the first day of a version, those with the most growth value first. In: as count-impact, and :limit.
-- Out: user_id, tier_id, first_rank, growth. Changes nothing.
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
)
select e.user_id, e.tier_id, greatest(e.earned_rank, e.paid_rank) as first_rank, e.growth
from (
  select
    s.user_id, s.tier_id, h.new_rank, c.paid_rank, f.growth,
    coalesce((
      select max(x.rank)
      from membership.tier x
      where x.version = :version
      and membership.reaches(x, f.growth, f.spend, f.orders, f.active_days)
    ), 1) as earned_rank
  from membership.standing s
  join figures f on f.user_id = s.user_id
  join heirs h on h.old_id = s.tier_id
  left join (
    select r.user_id, max(r.rank) as paid_rank
    from membership.paid_ranks(:version, :as_of, 0, 9223372036854775807) r
    where r.from_on <= :as_of
    and r.until_on > :as_of
    group by r.user_id
  ) c on c.user_id = s.user_id
) e
where greatest(e.earned_rank, e.paid_rank) > e.new_rank
order by e.growth desc, e.user_id
limit :limit
