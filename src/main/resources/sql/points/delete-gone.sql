-- Forgets the points of users who are no longer there.
-- Safe to repeat.
with gone as materialized (
  select a.user_id
  from points.account a
  where not exists (select from users.users u where u.user_id = a.user_id)
), allocations as (
  delete from points.allocation x
  using gone g
  where x.user_id = g.user_id
), lots as (
  delete from points.lot x
  using gone g
  where x.user_id = g.user_id
), keys as (
  delete from points.business_key x
  using gone g
  where x.user_id = g.user_id
), entries as (
  delete from points.entry x
  using gone g
  where x.user_id = g.user_id
), facts as (
  delete from points.earned_fact x
  using gone g
  where x.user_id = g.user_id
), check_ins as (
  delete from points.check_in x
  using gone g
  where x.user_id = g.user_id
), redemptions as (
  delete from points.redemption x
  using gone g
  where x.user_id = g.user_id
), requests as (
  delete from points.adjustment_request x
  using gone g
  where x.user_id = g.user_id
), grantees as (
  delete from points.grantee x
  using gone g
  where x.user_id = g.user_id
)
delete from points.account x
using gone g
where x.user_id = g.user_id
