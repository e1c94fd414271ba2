-- Drops snapshots with their cubes and migrations. In: :snapshots (ids). Out: rows deleted. Safe to repeat.
delete from rfm.snapshot
where snapshot_id in (:snapshots)
