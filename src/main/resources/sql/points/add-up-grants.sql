-- Adds up what became of a grant, or of all that have something left.
-- in: grant (null for all), when. out: rows written. Safe to repeat.
with summed as (
  select m.grant_id, count(*) as users, sum(l.amount) as given, sum(m.settled) as settled, sum(l.remaining) as remaining, sum(l.expired) as expired,
    count(*) filter (where m.taken_back > 0) as losers, coalesce(sum(m.taken_back), 0) as taken_back
  from points.bulk_grant g
  join points.grantee m on m.grant_id = g.grant_id
  join points.lot l on l.user_id = m.user_id and l.lot_id = m.entry_id
  where g.grant_id = cast(:grant as bigint)
    or cast(:grant as bigint) is null and g.left_points > 0
  group by m.grant_id
)
update points.bulk_grant g
set given_users = s.users,
  given_points = s.given,
  settled_points = s.settled,
  left_points = s.remaining,
  expired_points = s.expired,
  taken_back_users = s.losers,
  taken_back_points = s.taken_back,
  added_up_at = :when
from summed s
where g.grant_id = s.grant_id
