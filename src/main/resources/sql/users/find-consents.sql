-- What a user said of being contacted, the latest first.
-- in: user, limit. Reads only.
select medium, given, happened_at, cause, intake_id, said_by, reason
from users.consent_entry
where user_id = :user
order by entry_id desc
limit :limit
