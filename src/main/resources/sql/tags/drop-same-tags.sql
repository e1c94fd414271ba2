-- Takes from a merged user the tags that who stands for it has too, or has another of the same single choice; and writes it down. Before
-- move-tags.
-- in: survivor, absorbed, when. Safe to repeat.
with gone as (
  delete from tags.user_tag h
  using tags.user_tag kept
  where h.user_id = :absorbed
    and kept.user_id = :survivor
    and (kept.tag_id = h.tag_id or kept.single_group = h.single_group)
  returning h.user_id, h.tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', 'USER_MERGED', cast(:survivor as bigint)
from gone
order by tag_id
