-- The same as find-drift, as it was found last.
-- in: limit. out: as there. Reads only.
select d.user_id, d.what, d.kept, d.expected
from points.drift d
order by d.user_id, d.what
limit :limit
