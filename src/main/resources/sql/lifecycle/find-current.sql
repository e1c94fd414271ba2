-- What the ranges were made with. Out: at most one row. Changes nothing.
select as_of, version, refreshed_at, duration_ms, members
from lifecycle.current
