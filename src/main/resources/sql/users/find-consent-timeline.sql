-- What a user said of being contacted, the latest first.
-- in: users (numbers with commas between), at and key (all are below them), limit. Reads only.
select happened_at as at, entry_id as key, medium, given, said_by, reason, intake_id
from users.consent_entry
where user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  and (happened_at, entry_id) < (:at, :key)
order by happened_at desc, entry_id desc
limit :limit
