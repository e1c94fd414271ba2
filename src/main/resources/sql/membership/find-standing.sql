-- Where a user stands. In: :user_id. Out: at most one row. Changes nothing.
select s.tier_id, t.version, s.growth_value, s.growth_total, s.since, s.due_on, s.decide_on, s.cause
from membership.standing s
join membership.tier t on t.id = s.tier_id
where s.user_id = :user_id
