-- Forgets the migrations from and to a snapshot that is taken again. In: :snapshot. Safe to repeat.
delete from rfm.migration
where from_snapshot = :snapshot
  or to_snapshot = :snapshot
