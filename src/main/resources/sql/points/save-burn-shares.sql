-- Adds up, of lots whose last day lay in the year before a day, what users held so many months before it and what of that they spent in time. So
-- many months before the month of a last day is looked at the day of the month that :as_of has, so that past lots are seen from where those that are
-- outstanding stand now. Spendings count less what was given back on them. Each lot and each change of one is looked at once: it adds to a span of
-- months.
-- in: as_of. out: rows written. Safe to repeat.
with past as materialized (
  select l.user_id, l.lot_id, l.amount, l.expires_on,
    extract(year from l.expires_on)::int * 12 + extract(month from l.expires_on)::int as last_month,
    case
      when least(extract(day from :as_of), extract(day from date_trunc('month', l.expires_on) + interval '1 month - 1 day')) <= extract(day from l.expires_on) then 0
      else 1
    end as first_k,
    points.months_back(l.expires_on, e.day, :as_of) as last_k
  from points.lot l
  join points.entry e on e.user_id = l.user_id and e.entry_id = l.lot_id
  where l.expires_on < :as_of
    and l.expires_on >= :as_of - 366
), change as materialized (
  select p.first_k, p.last_k, a.amount, points.months_back(p.expires_on, e.day, :as_of) as k,
    e.kind in ('SPEND', 'REVERSE_SPEND') and not a.settles and e.day <= p.expires_on as spends
  from past p
  join points.allocation a on a.user_id = p.user_id and a.lot_id = p.lot_id
  join points.entry e on e.user_id = a.user_id and e.entry_id = a.entry_id
  where p.last_k >= p.first_k
), step as (
  select p.first_k as k, p.amount as held, 0 as spent
  from past p
  where p.last_k >= p.first_k
  union all
  select p.last_k + 1, -p.amount, 0
  from past p
  where p.last_k >= p.first_k
  union all
  select c.first_k, c.amount, 0
  from change c
  where c.k >= c.first_k
  union all
  select c.k + 1, -c.amount, 0
  from change c
  where c.k >= c.first_k
  union all
  select greatest(c.k + 1, c.first_k), 0, -c.amount
  from change c
  where c.spends
    and c.last_k >= greatest(c.k + 1, c.first_k)
  union all
  select c.last_k + 1, 0, c.amount
  from change c
  where c.spends
    and c.last_k >= greatest(c.k + 1, c.first_k)
)
insert into points.burn_share (months_left, held, spent, as_of)
select m.k, coalesce(sum(s.held) over upto, 0), coalesce(sum(s.spent) over upto, 0), :as_of
from generate_series(0, 120) as m (k)
left join (
  select z.k, sum(z.held) as held, sum(z.spent) as spent
  from step z
  group by z.k
) s on s.k = m.k
window upto as (order by m.k)
on conflict (months_left) do update
set held = excluded.held,
  spent = excluded.spent,
  as_of = excluded.as_of
