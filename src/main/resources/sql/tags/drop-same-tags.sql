-- Drops the tags of a merged user that who stands for it has too. Before move-tags.
-- in: survivor, absorbed. Safe to repeat.
delete from tags.user_tag h
using tags.user_tag kept
where h.user_id = :absorbed
  and kept.user_id = :survivor
  and kept.tag_id = h.tag_id
