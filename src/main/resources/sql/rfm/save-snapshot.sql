-- Opens the snapshot of one model as of one day, or the one there is.
-- In: :model, :as_of, :window, :unscored, :taken_at. Out: its id. Safe to repeat.
insert into rfm.snapshot (
  model_id, as_of, window_days, scored_users, unscored_users, revenue, taken_at, duration_ms
)
values (:model, :as_of, :window, 0, :unscored, 0, :taken_at, 0)
on conflict (as_of, model_id) do update
set unscored_users = excluded.unscored_users,
    taken_at = excluded.taken_at
returning snapshot_id
