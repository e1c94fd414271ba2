-- The tiers of all versions, the lowest rank first. Changes nothing.
select
  t.id, t.version, t.tier_no, t.rank, t.name_en, t.name_zh, t.colour,
  t.entry_join, t.entry_growth, t.entry_spend, t.entry_orders, t.entry_active_days,
  t.keep_join, t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days,
  t.validity_months, t.grace_days, t.at_due, t.floor_rank, t.points_multiplier
from membership.tier t
order by t.version, t.rank
