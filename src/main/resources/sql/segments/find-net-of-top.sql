-- What the least of the buyers that bring the most has brought in all, orders less refunds.
-- in: share (of the buyers, 0 to 1). out: net (minor units). Reads only.
select coalesce(percentile_disc(1 - :share::double precision) within group (order by net_amount), 0) as net
from profiles.profile
where orders > 0
