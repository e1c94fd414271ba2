-- What users can spend on a day, what they can spend later, and what they owe.
-- in: as_of. out: one row. Reads only.
select cast(coalesce(sum(l.remaining) filter (where l.available_from <= :as_of), 0) as bigint) as available,
  cast(coalesce(sum(l.remaining) filter (where l.available_from > :as_of), 0) as bigint) as pending,
  count(distinct l.user_id) as users,
  (select cast(coalesce(sum(a.debt), 0) as bigint) from points.account a) as debt,
  (select count(*) from points.account a where a.debt > 0) as debtors
from points.lot l
where l.remaining > 0
  and (l.expires_on is null or l.expires_on >= :as_of)
