-- Which tiers are paid for on a day, in the order of users; a user may have paid for several.
-- In: :as_of (business day). Out: user_id, tier_no. Changes nothing.
select distinct p.user_id, p.tier_no
from membership.paid_terms(:as_of) p
where p.from_on <= :as_of
and p.until_on > :as_of
order by p.user_id, p.tier_no
