-- The cube of one snapshot. In: :snapshot. Out: at most 1000 cells. Changes nothing.
select r, f, m, class_code, group_code, users, net
from rfm.cell
where snapshot_id = :snapshot
