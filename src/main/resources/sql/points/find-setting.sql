-- What admins decided about points; nothing before the first time.
-- Reads only.
select edition, adjustment_limit, per_unit, cash_percent, grant_limit
from points.setting
