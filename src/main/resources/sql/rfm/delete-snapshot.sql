-- Drops a snapshot with its cube and migrations. In: :snapshot. Safe to repeat.
delete from rfm.snapshot
where snapshot_id = :snapshot
