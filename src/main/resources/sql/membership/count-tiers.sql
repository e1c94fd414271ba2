-- How many users stood in which tier after the evaluation of a day, and what they spent in the window.
-- In: :as_of (business day). Out: tier_id, users, net_amount. Changes nothing.
select c.tier_id, c.users, c.net_amount
from membership.day_count c
where c.day = :as_of
