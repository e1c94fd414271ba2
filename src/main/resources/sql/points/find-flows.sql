-- The same as sum-months, as it was added up last.
-- out: as there. Reads only.
select f.month, f.kind, f.up, f.source, f.entries, f.amount
from points.flow f
order by f.month, f.kind, f.up, f.source
