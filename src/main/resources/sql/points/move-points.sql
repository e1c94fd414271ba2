-- Hands the points of a merged user, and what it owed, to who stands for it. Under the lock of both accounts.
-- in: survivor, absorbed. out: rows written. Safe to repeat: nothing is left under the old number.
with gone as (
  delete from points.account
  where user_id = :absorbed
  returning debt
), entries as (
  update points.entry
  set user_id = :survivor
  where user_id = :absorbed
), lots as (
  update points.lot
  set user_id = :survivor
  where user_id = :absorbed
), allocations as (
  update points.allocation
  set user_id = :survivor
  where user_id = :absorbed
), keys as (
  update points.business_key
  set user_id = :survivor
  where user_id = :absorbed
), facts as (
  update points.earned_fact
  set user_id = :survivor
  where user_id = :absorbed
), check_ins as (
  update points.check_in c
  set user_id = :survivor
  where c.user_id = :absorbed
    and not exists (select from points.check_in s where s.user_id = :survivor and s.day = c.day)
), same_days as (
  delete from points.check_in c
  where c.user_id = :absorbed
    and exists (select from points.check_in s where s.user_id = :survivor and s.day = c.day)
), redemptions as (
  update points.redemption
  set user_id = :survivor
  where user_id = :absorbed
), requests as (
  update points.adjustment_request
  set user_id = :survivor
  where user_id = :absorbed
)
update points.account a
set debt = a.debt + g.debt
from gone g
where a.user_id = :survivor
