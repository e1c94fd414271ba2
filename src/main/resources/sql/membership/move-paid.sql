-- Hands what a merged user paid for to who stands for it; terms stay as they were bought. In: :survivor, :absorbed. Safe to repeat.
with keys as (
  update membership.paid_key
  set user_id = :survivor
  where user_id = :absorbed
)
update membership.paid_fact
set user_id = :survivor
where user_id = :absorbed
