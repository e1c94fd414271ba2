-- Hands the behaviour of a merged user to who stands for it. in: survivor, absorbed. Safe to repeat.
update activity.behaviour
set user_id = :survivor
where user_id = :absorbed
