-- Lets users have a tag instead of the one that is merged into it, and writes both down. After displace-merged and drop-merged.
-- in: survivor, absorbed, when. Safe to repeat.
with moved as (
  update tags.user_tag h
  set tag_id = t.tag_id, single_group = t.single_group
  from tags.tag_terms t
  where h.tag_id = :absorbed
    and t.tag_id = :survivor
  returning h.user_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select m.user_id, side.tag_id, :when, side.what, 'TAG_MERGED', side.other
from moved m
cross join (
  values (cast(:absorbed as bigint), 'TAKEN', cast(:survivor as bigint)), (cast(:survivor as bigint), 'GIVEN', cast(:absorbed as bigint))
) side (tag_id, what, other)
order by m.user_id, side.what desc
