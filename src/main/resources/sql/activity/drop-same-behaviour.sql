-- Drops what a merged user did if who stands for it did the same at the same time: it was one person, and it counts once. Before move-behaviour.
-- in: survivor, absorbed. Safe to repeat.
delete from activity.behaviour b
using activity.behaviour kept
where b.user_id = :absorbed
  and kept.user_id = :survivor
  and kept.type = b.type
  and kept.happened_at = b.happened_at
