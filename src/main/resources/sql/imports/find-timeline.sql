-- Which imports made a user known or changed what is known, the latest first. Of what was changed the names of the fields, not a value;
-- attributes by their labels behind a colon. An import that was taken back says nothing of what it had changed.
-- in: users (numbers with commas between), at and key (all are below them), limit. out: at, key, import_id, file_name, created, fields.
-- Reads only.
with made_known as (
  select u.created_by as import_id
  from users.users u
  where u.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  union
  select m.created_by
  from users.merge_record m
  where m.absorbed_id = any (cast(string_to_array(:users, ',') as bigint[]))
), changed as (
  select c.intake_id as import_id, array_agg(distinct coalesce(':' || a.label, k.field)) as fields
  from users.user_change c
  cross join lateral jsonb_object_keys(c.before || c.after) k (field)
  left join users.attribute a on k.field = ':' || a.code
  where c.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  group by c.intake_id
), known as (
  select import_id, true as created, cast('{}' as text[]) as fields
  from made_known
  union all
  select import_id, false, fields
  from changed
)
select f.committed_at as at, n.key, f.import_id, f.file_name, k.created, k.fields
from known k
join imports.import_file f on f.import_id = k.import_id
cross join lateral (select f.import_id * 2 + (not k.created)::int as key) n
where f.committed_at is not null
  and (f.committed_at, n.key) < (:at, :key)
order by f.committed_at desc, n.key desc
limit :limit
