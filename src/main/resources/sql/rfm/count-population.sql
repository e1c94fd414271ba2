-- How many users have an order in the window, and how many have not.
-- In: :stored (read the kept figures?), :as_of, :window, :zone. Out: one row. Changes nothing.
select
  count(*) filter (where orders > 0) as scored,
  count(*) filter (where orders = 0) as unscored
from rfm.facts(:stored, :as_of, :window, :zone)
