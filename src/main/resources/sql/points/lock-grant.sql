-- Holds a grant until the transaction ends.
-- in: grant. out: its number, or nothing if there is none. Safe to repeat.
select grant_id
from points.bulk_grant
where grant_id = :grant
for update
