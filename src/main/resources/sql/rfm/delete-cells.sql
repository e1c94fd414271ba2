-- Empties the cube of a snapshot before it is summed again. In: :snapshot. Safe to repeat.
delete from rfm.cell
where snapshot_id = :snapshot
