-- The users nobody knows that the staged orders would make known, each as it is first seen.
-- in: intake. out: external_id, phone, email, seen_at, channel. Reads only.
select external_id, phone, email, seen_at, channel
from activity.missing_users(:intake)
