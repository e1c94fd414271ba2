-- The benefits, those in use first. In: :benefit (null is all). Changes nothing.
select
  b.benefit_id, b.kind, b.name_en, b.name_zh, b.description, b.cost, b.points, b.points_days, b.quota, b.period, b.active_from, b.active_until, b.retired, b.edition
from membership.benefit b
where cast(:benefit as bigint) is null
or b.benefit_id = :benefit
order by b.retired, b.name_en
