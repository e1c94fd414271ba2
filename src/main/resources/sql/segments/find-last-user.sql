-- The greatest number of a user. out: one number. Reads only.
select coalesce(max(user_id), 0)
from profiles.profile
