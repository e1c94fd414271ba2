-- Users whose ledger, lots and debt do not tell the same; must be empty.
-- in: limit. out: user, what differs, what is kept and what it should be. Reads only.
select d.user_id, d.what, d.kept, d.expected
from points.drift_now d
order by d.user_id, d.what
limit :limit
