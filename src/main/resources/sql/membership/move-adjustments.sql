-- Hands the adjustments of a merged user to who stands for it; what its facts brought comes with the facts.
-- In: :survivor, :absorbed. Safe to repeat.
update membership.growth_entry
set user_id = :survivor
where user_id = :absorbed
and source = 'ADJUST'
