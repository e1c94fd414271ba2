-- Takes a merged tag from users who have the other one too, and writes it down.
-- in: survivor, absorbed, when. Safe to repeat.
with gone as (
  delete from tags.user_tag h
  using tags.user_tag kept
  where h.tag_id = :absorbed
    and kept.user_id = h.user_id
    and kept.tag_id = :survivor
  returning h.user_id, h.tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', 'TAG_MERGED', cast(:survivor as bigint)
from gone
order by user_id
