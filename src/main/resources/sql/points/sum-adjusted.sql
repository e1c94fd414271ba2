-- How much one member of staff has adjusted one user by on a day, up and down alike.
-- in: user, staff, day. out: one number. Reads only.
select cast(coalesce(sum(abs(amount)), 0) as bigint)
from points.entry
where user_id = :user
  and kind = 'ADJUST'
  and staff_id = :staff
  and day = :day
