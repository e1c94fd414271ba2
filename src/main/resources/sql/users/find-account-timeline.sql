-- When a user came to us and when others were found to be the same, the latest first.
-- in: users (numbers with commas between), at and key (all are below them), limit. out: at, key, absorbed_id. Reads only.
select known.at, known.key, known.absorbed_id
from (
  select u.registered_at as at, cast(0 as bigint) as key, cast(null as bigint) as absorbed_id
  from users.users u
  where u.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  union all
  select m.merged_at, m.absorbed_id, m.absorbed_id
  from users.merge_record m
  where m.survivor_id = any (cast(string_to_array(:users, ',') as bigint[]))
) known
where known.at is not null
  and (known.at, known.key) < (:at, :key)
order by known.at desc, known.key desc
limit :limit
