-- Drops the scores of snapshots, each a partition of its own.
-- In: :snapshots (ids). Out: a row each that means nothing. Safe to repeat.
select rfm.drop_scores(snapshot_id)
from rfm.snapshot
where snapshot_id in (:snapshots)
