-- Takes a tag that is about to go from everybody, and writes it down.
-- in: tag, staff, when. out: rows taken. Safe to repeat.
with gone as (
  delete from tags.user_tag
  where tag_id = :tag
  returning user_id, tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', 'TAG_DELETED', cast(:staff as bigint)
from gone
order by user_id
