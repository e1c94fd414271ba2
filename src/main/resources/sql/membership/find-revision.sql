-- The state of standing and figures. Out: standing, figures; no row before the first change. Changes nothing.
select r.standing, r.figures
from membership.revision r
