-- Who would drop by what they did so far, of the terms decided between two days; first who would keep the tier by the least spending.
-- In: :from, :until (business days), :tier (its number through all versions; 0 is any), :near (minor units; -1 is whatever they lack), :limit, :offset.
-- Out: user_id, tier_id, decide_on, growth, missing (null if spending alone would not do), total. Changes nothing.
select f.user_id, f.tier_id, f.decide_on, f.growth, f.missing, count(*) over () as total
from membership.forecast f
where not f.kept
and f.decide_on between :from and :until
and (:tier = 0 or f.tier_id in (select t.id from membership.tier t where t.tier_no = :tier))
and (:near < 0 or f.missing <= :near)
order by f.missing nulls last, f.decide_on, f.user_id
limit :limit
offset :offset
