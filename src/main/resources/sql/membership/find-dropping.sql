-- Who would drop by what they did so far, of the terms decided between two days; first who would keep the tier by the least spending.
-- In: :as_of, :from, :until (business days), :tier (0 is any), :near (minor units; -1 is whatever they lack), :unit (minor units of one), :limit,
-- :offset. Out: user_id, tier_id, decide_on, growth, missing (null if spending alone would not do), total. Changes nothing.
select d.user_id, d.tier_id, d.decide_on, d.growth, d.missing, count(*) over () as total
from membership.coming(:as_of, :until, :unit) d
where not d.kept
and d.decide_on >= :from
and (:tier = 0 or d.tier_id = :tier)
and (:near < 0 or d.missing <= :near)
order by d.missing nulls last, d.decide_on, d.user_id
limit :limit
offset :offset
