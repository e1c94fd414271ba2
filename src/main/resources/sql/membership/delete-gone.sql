-- Forgets users who are no longer there. Safe to repeat.
with gone as materialized (
  select s.user_id
  from (
    select h.user_id from membership.tier_history h
    union
    select g.user_id from membership.growth_entry g
    union
    select p.user_id from membership.paid_fact p
    union
    select c.user_id from membership.claim c
  ) s
  where not exists (select from users.users u where u.user_id = s.user_id)
), growth as (
  delete from membership.growth_entry x
  using gone g
  where x.user_id = g.user_id
), manual as (
  delete from membership.manual_tier x
  using gone g
  where x.user_id = g.user_id
), paid_keys as (
  delete from membership.paid_key x
  using gone g
  where x.user_id = g.user_id
), paid as (
  delete from membership.paid_fact x
  using gone g
  where x.user_id = g.user_id
), forecast as (
  delete from membership.forecast x
  using gone g
  where x.user_id = g.user_id
), standing as (
  delete from membership.standing x
  using gone g
  where x.user_id = g.user_id
), claims as (
  delete from membership.claim x
  using gone g
  where x.user_id = g.user_id
)
delete from membership.tier_history x
using gone g
where x.user_id = g.user_id
