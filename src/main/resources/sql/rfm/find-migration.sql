-- The kept migration between two snapshots.
-- In: :from, :to (snapshots). Out: a row per pair of classes; none if it was not kept. Changes nothing.
select from_class, to_class, users
from rfm.migration
where from_snapshot = :from
  and to_snapshot = :to
