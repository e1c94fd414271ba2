-- Hands the tags of a merged user to who stands for it.
-- in: survivor, absorbed. Safe to repeat after drop-same-tags.
update tags.user_tag
set user_id = :survivor
where user_id = :absorbed
