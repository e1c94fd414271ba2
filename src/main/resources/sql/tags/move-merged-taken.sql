-- Lets an undone import give back the tag that another one was merged into. After drop-merged-taken.
-- in: survivor, absorbed. Safe to repeat.
update tags.taken_tag
set tag_id = :survivor
where tag_id = :absorbed
