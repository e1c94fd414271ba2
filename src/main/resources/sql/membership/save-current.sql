-- Says what the standing was made with; the forecast was made with it.
-- In: :as_of (business day), :version (of the programme), :refreshed_at, :duration_ms. Safe to repeat.
insert into membership.current (as_of, version, refreshed_at, duration_ms, forecast)
values (:as_of, :version, :refreshed_at, :duration_ms, true)
on conflict (only_one) do update
set as_of = excluded.as_of,
    version = excluded.version,
    refreshed_at = excluded.refreshed_at,
    duration_ms = excluded.duration_ms,
    forecast = excluded.forecast
