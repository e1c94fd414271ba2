-- What the standing was last made with. Out: at most one row. Changes nothing.
select as_of, version, refreshed_at, duration_ms, forecast
from membership.current
