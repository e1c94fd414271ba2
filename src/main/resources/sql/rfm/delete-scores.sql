-- Takes out of a snapshot that is taken again who has no order in the window any more.
-- In: :snapshot, :stored (read the kept figures?), :as_of, :window, :zone. Out: users taken out. Safe to repeat.
delete from rfm.score t
where t.snapshot_id = :snapshot
  and not exists (
    select
    from rfm.facts(:stored, :as_of, :window, :zone) f
    where f.user_id = t.user_id
      and f.orders > 0
  )
