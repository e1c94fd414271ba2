-- What became of a user's points, the latest first.
-- in: users (numbers with commas between), at and key (all are below them), limit. Reads only.
select at, entry_id as key, kind, amount, reason
from points.entry
where user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  and (at, entry_id) < (:at, :key)
order by at desc, entry_id desc
limit :limit
