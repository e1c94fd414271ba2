-- How many grants there are.
-- in: state (null for all). out: one number. Reads only.
select count(*)
from points.bulk_grant
where cast(:state as text) is null
  or state = cast(:state as text)
