-- Empties a snapshot before it is taken again. In: :snapshot. Safe to repeat.
delete from rfm.score
where snapshot_id = :snapshot
