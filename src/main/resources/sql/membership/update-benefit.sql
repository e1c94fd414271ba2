-- Changes a benefit; what was claimed keeps its cost. In: :benefit, and what a benefit says. Out: 1, or 0 if another has one of the names.
-- Safe to repeat.
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
    active_until = :active_until
where b.benefit_id = :benefit
and not exists (
  select 1
  from membership.benefit o
  where o.benefit_id <> :benefit
  and (o.name_en = :name_en or o.name_zh = :name_zh)
)
