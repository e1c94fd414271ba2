-- Remembers what a tag was called that is about to go.
-- in: tag, merged_into (null where it is deleted), when. Safe to repeat.
insert into tags.gone_tag (tag_id, group_name, name, colour, merged_into, gone_at)
select t.tag_id, g.name, t.name, t.colour, cast(:merged_into as bigint), :when
from tags.tag t
join tags.tag_group g on g.group_id = t.group_id
where t.tag_id = :tag
on conflict do nothing
