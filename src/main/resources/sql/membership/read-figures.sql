-- What everybody did in a window, in the order of users: the facts a version holds its rules against.
-- In: :window (kind) and :days (of the version), :active (whether it asks for active days), :stored (whether the figures of the last evaluation
-- are of the same window), :as_of (business day). Out: user_id, growth, spend, orders, active_days. Changes nothing.
select f.user_id, f.growth, f.spend, f.orders, f.active_days
from membership.figure f
where :stored
union all
select m.user_id, m.growth, m.spend, m.orders, m.active_days
from membership.measured(:as_of, :window, :days, :active) m
where not :stored
order by user_id
