-- Hands what a merged user said of being contacted to who stands for it.
-- in: survivor, absorbed. out: rows written. Safe to repeat.
update users.consent_entry
set user_id = :survivor
where user_id = :absorbed
