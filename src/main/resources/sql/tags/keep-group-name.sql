-- Remembers what a group is called before it is called otherwise.
-- in: group, name (the new one). Safe to repeat.
insert into tags.former_group_name (name, group_id)
select lower(name), group_id
from tags.tag_group
where group_id = :group
  and lower(name) <> lower(:name)
on conflict (name) do update
set group_id = excluded.group_id
