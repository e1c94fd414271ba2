-- Computes for everybody what was done in the window and which rank that earns.
-- In: :as_of (business day), :version, :window (kind) and :days (of the programme), :active (whether any tier asks for active days).
-- Out: rows. Safe to repeat after empty-figures.
insert into membership.figure (user_id, growth, growth_total, spend, orders, active_days, earned_rank)
select
  m.user_id, m.growth, m.growth_total, m.spend, m.orders, m.active_days,
  coalesce((
    select max(t.rank)
    from membership.tier t
    where t.version = :version
    and membership.reaches(t, m.growth, m.spend, m.orders, m.active_days)
  ), 1)
from membership.measured(:as_of, :window, :days, :active) m
