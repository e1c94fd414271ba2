-- Writes a tier of the draft. In: what a tier says. Safe to repeat after delete-tiers.
insert into membership.tier (
  version, tier_no, rank, name_en, name_zh, colour,
  entry_join, entry_growth, entry_spend, entry_orders, entry_active_days,
  keep_join, keep_growth, keep_spend, keep_orders, keep_active_days,
  validity_months, grace_days, at_due, floor_rank, points_multiplier
)
values (
  :version, :tier_no, :rank, :name_en, :name_zh, :colour,
  :entry_join, :entry_growth, :entry_spend, :entry_orders, :entry_active_days,
  :keep_join, :keep_growth, :keep_spend, :keep_orders, :keep_active_days,
  :validity_months, :grace_days, :at_due, :floor_rank, :points_multiplier
)
