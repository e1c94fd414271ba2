-- Forgets a merged user: its facts, and with them growth value, are those of who stands for it. In: :absorbed. Safe to repeat.
with growth as (
  delete from membership.growth_entry
  where user_id = :absorbed
), forecast as (
  delete from membership.forecast
  where user_id = :absorbed
), standing as (
  delete from membership.standing
  where user_id = :absorbed
)
delete from membership.tier_history
where user_id = :absorbed
