-- Says which day and window the figures are about.
-- In: :as_of, :window, :refreshed_at, :duration_ms, :undated. Safe to repeat.
insert into metrics.current (as_of, window_days, refreshed_at, duration_ms, undated_users)
values (:as_of, :window, :refreshed_at, :duration_ms, :undated)
on conflict (only_one) do update
set as_of = excluded.as_of,
    window_days = excluded.window_days,
    refreshed_at = excluded.refreshed_at,
    duration_ms = excluded.duration_ms,
    undated_users = excluded.undated_users
