-- The snapshot one is compared with. In: :snapshot. Out: at most one id. Changes nothing.
select preceding_id
from rfm.preceding
where snapshot_id = :snapshot
