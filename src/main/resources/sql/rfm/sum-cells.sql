-- Sums the scores of a snapshot into its cube.
-- In: :snapshot. Out: cells. Safe to repeat after delete-cells, in one transaction with it.
insert into rfm.cell (snapshot_id, r, f, m, class_code, group_code, users, net)
select snapshot_id, r, f, m, class_code, group_code, count(*), sum(net)
from rfm.score
where snapshot_id = :snapshot
group by snapshot_id, r, f, m, class_code, group_code
