-- Changes a benefit as somebody has seen it; what was claimed keeps its cost. Under the lock of the benefit. In: :benefit, :edition (as seen),
-- and what a benefit says. Out: 1, or 0 if another has one of the names. Safe to repeat: the edition is another then.
update membership.benefit b
set kind = :kind,
    name_en = :name_en,
    name_zh = :name_zh,
    description = :description,
    cost = :cost,
    points = :points,
    points_days = :points_days,
    quota = :quota,
    period = :period,
    active_from = :active_from,
    active_until = :active_until,
    edition = b.edition + 1
where b.benefit_id = :benefit
and b.edition = :edition
and not exists (
  select 1
  from membership.benefit o
  where o.benefit_id <> :benefit
  and (lower(o.name_en) = lower(:name_en) or lower(o.name_zh) = lower(:name_zh))
)
