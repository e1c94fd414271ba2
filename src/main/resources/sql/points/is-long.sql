-- Whether the ledger is too long to be added up while somebody waits.
-- in: most (entries). out: one row. Reads only.
select count(*) > :most
from (select from points.entry limit :most + 1) e
