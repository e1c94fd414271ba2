-- The most that any of the users chosen got from one member of staff on a day without a second, by grants and adjustments.
-- in: staff, day. out: one number. Reads only.
select cast(coalesce(max(x.amount), 0) as bigint)
from (
  select t.user_id, sum(t.amount) as amount
  from (
    select m.user_id, g.amount
    from points.bulk_grant g
    join points.grantee m on m.grant_id = g.grant_id
    where g.requested_by = :staff
      and g.day = :day
      and g.decided_by is null
      and g.state not in ('WAITING', 'CANCELLED')
    union all
    select e.user_id, abs(e.amount)
    from points.entry e
    join points.business_key k on k.user_id = e.user_id and k.entry_id = e.entry_id
    where e.day = :day
      and e.kind = 'ADJUST'
      and e.staff_id = :staff
      and k.key like 'adjustment:%'
  ) t
  where t.user_id in (select c.user_id from chosen_grantee c)
  group by t.user_id
) x
