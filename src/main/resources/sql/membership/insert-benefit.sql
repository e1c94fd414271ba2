-- Adds a benefit. In: what a benefit says, :when. Out: its number, or nothing if another has one of the names. Safe to repeat.
insert into membership.benefit (
  kind, name_en, name_zh, description, cost, points, points_days, quota, period, active_from, active_until, created_at
)
values (:kind, :name_en, :name_zh, :description, :cost, :points, :points_days, :quota, :period, :active_from, :active_until, :when)
on conflict do nothing
returning benefit_id
