-- Where a user stands among all scored users of a snapshot: how many are strictly behind in each dimension.
-- In: :snapshot, :user_id. Out: at most one row. Changes nothing.
select
  count(*) as scored,
  count(*) filter (where other.recency_days > me.recency_days) as less_recent,
  count(*) filter (where other.orders < me.orders) as less_frequent,
  count(*) filter (where other.net < me.net) as less_valuable
from rfm.score me
join rfm.score other on other.snapshot_id = me.snapshot_id
where me.snapshot_id = :snapshot
  and other.snapshot_id = :snapshot
  and me.user_id = :user_id
group by me.user_id
