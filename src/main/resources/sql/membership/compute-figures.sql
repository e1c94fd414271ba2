-- Computes for everybody what was done in the window and which rank that earns. Users between whom no threshold of the version lies are one
-- to its rules: these are asked once for all of them. A version has at most 24 thresholds of a kind, so a hundred tell the places apart.
-- In: :as_of (business day), :version, :window (kind) and :days (of the programme), :active (whether any tier asks for active days).
-- Out: rows. Safe to repeat after empty-figures.
with threshold as materialized (
  select t.growth, t.spend, t.orders, t.active_days
  from membership.thresholds(:version) t
), placed as materialized (
  select
    m.user_id, m.growth, m.growth_total, m.spend, m.orders, m.active_days,
    ((width_bucket(m.growth, t.growth) * 100 + width_bucket(m.spend, t.spend)) * 100 + width_bucket(m.orders, t.orders)) * 100
      + width_bucket(m.active_days, t.active_days) as place
  from membership.measured(:as_of, :window, :days, :active) m
  cross join threshold t
), earned as materialized (
  select
    a.place,
    coalesce((
      select max(t.rank)
      from membership.tier t
      where t.version = :version
      and membership.reaches(t, a.growth, a.spend, a.orders, a.active_days)
    ), 1) as rank
  from (
    select p.place, min(p.growth) as growth, min(p.spend) as spend, min(p.orders) as orders, min(p.active_days) as active_days
    from placed p
    group by p.place
  ) a
)
insert into membership.figure (user_id, growth, growth_total, spend, orders, active_days, earned_rank)
select p.user_id, p.growth, p.growth_total, p.spend, p.orders, p.active_days, e.rank
from placed p
join earned e on e.place = p.place
