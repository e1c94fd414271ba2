-- Writes the totals of a snapshot from its cube.
-- In: :snapshot, :duration_ms. Safe to repeat.
update rfm.snapshot s
set scored_users = total.users,
    revenue = total.net,
    duration_ms = :duration_ms
from (
  select coalesce(sum(users), 0) as users, coalesce(sum(net), 0) as net
  from rfm.cell
  where snapshot_id = :snapshot
) total
where s.snapshot_id = :snapshot
