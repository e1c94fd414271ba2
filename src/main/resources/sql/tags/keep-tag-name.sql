-- Remembers what a tag is called, before it or what it is merged into is called otherwise.
-- in: tag, group and name (the new ones), keeper (the tag the name is to mean). Safe to repeat.
insert into tags.former_tag_name (group_id, name, tag_id)
select group_id, name, :keeper
from tags.tag
where tag_id = :tag
  and (group_id <> :group or lower(name) <> lower(:name))
on conflict (group_id, name) do update
set tag_id = excluded.tag_id
