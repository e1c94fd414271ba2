-- Hands the manual tiers of a merged user to who stands for it. In: :survivor, :absorbed. Safe to repeat.
update membership.manual_tier
set user_id = :survivor
where user_id = :absorbed
