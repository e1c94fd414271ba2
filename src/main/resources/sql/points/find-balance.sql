-- What a user has on a day, what is still to come, what is owed, and what goes next.
-- in: user, day. out: at most one row; none where there is no account. Reads only.
select
  cast(coalesce(sum(l.remaining) filter (where l.available_from <= :day and (l.expires_on is null or l.expires_on >= :day)), 0) as bigint) as present,
  cast(coalesce(sum(l.remaining) filter (where l.available_from > :day), 0) as bigint) as pending,
  a.debt,
  min(l.expires_on) filter (where l.available_from <= :day and l.expires_on >= :day) as next_expiry
from points.account a
left join points.lot l on l.user_id = a.user_id and l.remaining > 0
where a.user_id = :user
group by a.user_id
