-- How much one member of staff has given one user, or taken, on a day without a second: adjustments, up and down alike, and grants.
-- in: user, staff, day. out: one number. Reads only.
select cast(coalesce(sum(x.amount), 0) as bigint)
from (
  select abs(e.amount) as amount
  from points.entry e
  join points.business_key k on k.user_id = e.user_id and k.entry_id = e.entry_id
  where e.user_id = :user
    and e.kind = 'ADJUST'
    and e.staff_id = :staff
    and e.day = :day
    and k.key like 'adjustment:%'
  union all
  select g.amount
  from points.grantee m
  join points.bulk_grant g on g.grant_id = m.grant_id
  where m.user_id = :user
    and g.requested_by = :staff
    and g.day = :day
    and g.decided_by is null
    and g.state not in ('WAITING', 'CANCELLED')
) x
