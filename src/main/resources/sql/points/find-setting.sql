-- What admins decided about points; nothing before the first time.
-- Reads only.
select adjustment_limit, per_unit, cash_percent
from points.setting
