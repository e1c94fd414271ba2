-- Changes a plan as somebody has seen it; what was sold stays as it was. Under the lock of the plan. In: :plan, :edition (as seen), :name_en,
-- :name_zh, :price (minor units), :term_length, :term_unit, :tier_no. Out: 1, or 0 if another has one of the names. Safe to repeat: the edition is
-- another then.
update membership.plan p
set name_en = :name_en,
    name_zh = :name_zh,
    price = :price,
    term_length = :term_length,
    term_unit = :term_unit,
    tier_no = :tier_no,
    edition = p.edition + 1
where p.plan_id = :plan
and p.edition = :edition
and not exists (
  select 1
  from membership.plan o
  where o.plan_id <> :plan
  and (lower(o.name_en) = lower(:name_en) or lower(o.name_zh) = lower(:name_zh))
)
