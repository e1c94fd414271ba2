-- Adds up what came and went.
-- Not safe to repeat before empty-sums.
insert into points.flow (month, kind, up, source, entries, amount)
select f.month, f.kind, f.up, f.source, f.entries, f.amount
from points.flow_now f
