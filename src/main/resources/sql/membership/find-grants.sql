-- What the tiers of all versions grant. Changes nothing.
select g.version, g.tier_no, g.benefit_id
from membership.tier_benefit g
order by g.version, g.tier_no, g.benefit_id
