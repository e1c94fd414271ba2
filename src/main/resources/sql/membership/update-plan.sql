-- Changes a plan; what was sold stays as it was. In: :plan, :name_en, :name_zh, :price (minor units), :term_length, :term_unit, :tier_no.
-- Out: 1, or 0 if another has one of the names. Safe to repeat.
update membership.plan p
set name_en = :name_en,
    name_zh = :name_zh,
    price = :price,
    term_length = :term_length,
    term_unit = :term_unit,
    tier_no = :tier_no
where p.plan_id = :plan
and not exists (
  select 1
  from membership.plan o
  where o.plan_id <> :plan
  and (lower(o.name_en) = lower(:name_en) or lower(o.name_zh) = lower(:name_zh))
)
