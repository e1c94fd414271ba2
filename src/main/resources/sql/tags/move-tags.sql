-- Hands the tags of a merged user to who stands for it, and writes it down for both.
-- in: survivor, absorbed, when. Safe to repeat after drop-same-tags.
with moved as (
  update tags.user_tag
  set user_id = :survivor
  where user_id = :absorbed
  returning tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select side.user_id, m.tag_id, :when, side.what, 'USER_MERGED', side.other
from moved m
cross join (
  values (cast(:absorbed as bigint), 'TAKEN', cast(:survivor as bigint)), (cast(:survivor as bigint), 'GIVEN', cast(:absorbed as bigint))
) side (user_id, what, other)
order by side.what desc, m.tag_id
