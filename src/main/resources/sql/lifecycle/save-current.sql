-- Says what the ranges were made with, and counts the members of the day.
-- In: :as_of (business day), :version (of the thresholds), :refreshed_at, :duration_ms. Safe to repeat.
insert into lifecycle.current (as_of, version, refreshed_at, duration_ms, members)
select :as_of, :version, :refreshed_at, :duration_ms, count(*)
from metrics.user_metrics k
where k.orders >= 2
on conflict (only_one) do update
set as_of = excluded.as_of,
    version = excluded.version,
    refreshed_at = excluded.refreshed_at,
    duration_ms = excluded.duration_ms,
    members = excluded.members
