-- Where a user stands among all scored users of a snapshot: the thousandths of them that are strictly behind in each dimension.
-- In: :snapshot, :user_id. Out: at most one row. Changes nothing.
-- A whole number that is greater than a step is at least the step plus one.
select
  snapshot.scored_users as scored,
  width_bucket(-me.recency_days - 1, scale.recency) as less_recent,
  width_bucket(me.orders - 1, scale.orders) as less_frequent,
  width_bucket(me.net - 1, scale.net) as less_valuable
from rfm.score me
join rfm.rank_scale scale on scale.snapshot_id = me.snapshot_id
join rfm.snapshot snapshot on snapshot.snapshot_id = me.snapshot_id
where me.snapshot_id = :snapshot
  and me.user_id = :user_id
