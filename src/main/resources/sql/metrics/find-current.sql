-- Which day and window the figures are about. Out: at most one row. Changes nothing.
select as_of, window_days, refreshed_at, duration_ms, undated_users
from metrics.current
