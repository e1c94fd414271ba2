-- What users get for checking in; nothing before the first time.
-- Reads only.
select edition, array_to_string(steps, ',') as steps, after_last, expires_after
from points.check_in_ladder
