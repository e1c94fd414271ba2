-- Lets grants of a merged user go to who stands for it. Under the lock of both accounts.
-- in: survivor, absorbed. out: rows written. Safe to repeat: nothing is left under the old number.
update points.grantee
set user_id = :survivor
where user_id = :absorbed
