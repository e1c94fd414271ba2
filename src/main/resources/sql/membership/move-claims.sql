-- Hands the claims of a merged user to who stands for it. In: :survivor, :absorbed. Safe to repeat.
update membership.claim
set user_id = :survivor
where user_id = :absorbed
