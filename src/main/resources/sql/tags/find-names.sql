-- What every tag is called, those that have gone too: a merged one as the tag that stands for it, however often that was merged in turn.
-- out: tag_id, name, gone. Reads only.
with recursive became as (
  select g.tag_id, g.tag_id as stands
  from tags.gone_tag g
  union
  select b.tag_id, g.merged_into
  from became b
  join tags.gone_tag g on g.tag_id = b.stands
  where g.merged_into is not null
)
select tag_id, name, false as gone
from tags.tag
union all
select b.tag_id, coalesce(t.name, g.name), t.tag_id is null
from became b
left join tags.tag t on t.tag_id = b.stands
left join tags.gone_tag g on g.tag_id = b.stands
where t.tag_id is not null or g.merged_into is null
