-- What users have on a day and what of it they can spend, which is less what they owe themselves; what comes later, and what they owe.
-- in: as_of. out: one row. Reads only.
select cast(coalesce(sum(l.remaining) filter (where l.available_from <= :as_of), 0) as bigint) as present,
  cast(coalesce(sum(l.remaining) filter (where l.available_from <= :as_of), 0) - (
    select coalesce(sum(least(a.debt, own.present)), 0)
    from points.account a
    cross join lateral (
      select sum(o.remaining) as present
      from points.lot o
      where o.user_id = a.user_id
        and o.remaining > 0
        and o.available_from <= :as_of
        and (o.expires_on is null or o.expires_on >= :as_of)
    ) own
    where a.debt > 0
      and own.present > 0
  ) as bigint) as available,
  cast(coalesce(sum(l.remaining) filter (where l.available_from > :as_of), 0) as bigint) as pending,
  count(distinct l.user_id) as users,
  (select cast(coalesce(sum(a.debt), 0) as bigint) from points.account a) as debt,
  (select count(*) from points.account a where a.debt > 0) as debtors
from points.lot l
where l.remaining > 0
  and (l.expires_on is null or l.expires_on >= :as_of)
