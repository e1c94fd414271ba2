-- Takes from everybody a tag that a segment gave, and writes it down; what came otherwise stays.
-- in: tag, segment, when. out: rows taken. Safe to repeat: what is taken is no longer there.
with gone as (
  delete from tags.user_tag
  where tag_id = :tag
    and segment_id = :segment
  returning user_id, tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', 'SEGMENT', cast(:segment as bigint)
from gone
order by user_id
