-- When ledger, lots and debts were compared last.
-- out: at most one row. Reads only.
select c.at
from points.compared c
