-- What the least of those who bring the most in the window has brought in it, orders less refunds; of those who ordered in it.
-- in: share (of them, 0 to 1). out: net (minor units). Reads only.
select coalesce(percentile_disc(1 - :share::double precision) within group (order by window_net), 0) as net
from profiles.profile
where window_orders > 0
