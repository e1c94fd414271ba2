-- What entered and left, by month, kind and source; adjustments up and down apart.
-- Reads only.
select f.month, f.kind, f.up, f.source, f.entries, f.amount
from points.flow_now f
order by f.month, f.kind, f.up, f.source
