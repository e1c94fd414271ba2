-- The grant a form has become.
-- in: form_key. out: at most one number. Reads only.
select grant_id
from points.bulk_grant
where form_key = cast(:form_key as uuid)
