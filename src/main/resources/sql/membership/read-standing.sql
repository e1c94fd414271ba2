-- Who stands in which tier, in the order of users. Out: user_id, tier_id. Changes nothing.
select s.user_id, s.tier_id
from membership.standing s
order by s.user_id
