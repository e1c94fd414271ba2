-- What one member of staff has granted on a day without a second, all users together.
-- in: staff, day. out: one number. Reads only.
select cast(coalesce(sum(g.amount * g.users), 0) as bigint)
from points.bulk_grant g
where g.requested_by = :staff
  and g.day = :day
  and g.decided_by is null
  and g.state not in ('WAITING', 'CANCELLED')
