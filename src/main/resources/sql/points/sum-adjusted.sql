-- How much one member of staff has adjusted one user by on a day without a second, up and down alike.
-- in: user, staff, day. out: one number. Reads only.
select cast(coalesce(sum(abs(e.amount)), 0) as bigint)
from points.entry e
join points.business_key k on k.user_id = e.user_id and k.entry_id = e.entry_id
where e.user_id = :user
  and e.kind = 'ADJUST'
  and e.staff_id = :staff
  and e.day = :day
  and k.key like 'adjustment:%'
