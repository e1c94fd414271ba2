-- Of which version the tiers are that users hold. Out: at most one row. Changes nothing.
select t.version
from membership.standing s
join membership.tier t on t.id = s.tier_id
limit 1
