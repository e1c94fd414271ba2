-- What an import took away of a merged tag, where it took the other one too.
-- in: survivor, absorbed. Safe to repeat.
delete from tags.taken_tag k
using tags.taken_tag kept
where k.tag_id = :absorbed
  and kept.taken_by = k.taken_by
  and kept.user_id = k.user_id
  and kept.tag_id = :survivor
