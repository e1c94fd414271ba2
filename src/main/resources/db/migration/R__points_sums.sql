-- What entered and left, by month, kind and source; adjustments up and down apart.
create or replace view points.flow_now as
select cast(date_trunc('month', day) as date) as month, kind, amount > 0 as up, source, count(*) as entries, cast(sum(amount) as bigint) as amount
from points.entry
group by 1, 2, 3, 4;

-- What users have on a day and what of it they can spend, which is less what they owe themselves; what comes later, and what they owe.
create or replace function points.outstanding_on(p_as_of date)
returns table (present bigint, available bigint, pending bigint, users bigint, debt bigint, debtors bigint)
language sql
stable
as $$
  select cast(coalesce(sum(l.remaining) filter (where l.available_from <= p_as_of), 0) as bigint) as present,
    cast(coalesce(sum(l.remaining) filter (where l.available_from <= p_as_of), 0) - (
      select coalesce(sum(least(a.debt, own.present)), 0)
      from points.account a
      cross join lateral (
        select sum(o.remaining) as present
        from points.lot o
        where o.user_id = a.user_id
          and o.remaining > 0
          and o.available_from <= p_as_of
          and (o.expires_on is null or o.expires_on >= p_as_of)
      ) own
      where a.debt > 0
        and own.present > 0
    ) as bigint) as available,
    cast(coalesce(sum(l.remaining) filter (where l.available_from > p_as_of), 0) as bigint) as pending,
    count(distinct l.user_id) as users,
    (select cast(coalesce(sum(a.debt), 0) as bigint) from points.account a) as debt,
    (select count(*) from points.account a where a.debt > 0) as debtors
  from points.lot l
  where l.remaining > 0
    and (l.expires_on is null or l.expires_on >= p_as_of)
$$;

-- What is outstanding on a day, by the month it expires in; null is for good.
create or replace function points.expiring_on(p_as_of date)
returns table (month date, users bigint, lots bigint, amount bigint)
language sql
stable
as $$
  select cast(date_trunc('month', expires_on) as date) as month, count(distinct user_id) as users, count(*) as lots, cast(sum(remaining) as bigint) as amount
  from points.lot
  where remaining > 0
    and (expires_on is null or expires_on >= p_as_of)
  group by 1
$$;

-- Users whose ledger, lots and debt do not tell the same; must be empty.
create or replace view points.drift_now as
select d.user_id, d.what, cast(d.kept as bigint) as kept, cast(d.expected as bigint) as expected
from (
  select coalesce(e.user_id, l.user_id, a.user_id) as user_id, 'BALANCE' as what,
    coalesce(l.remaining, 0) - coalesce(a.debt, 0) as kept, coalesce(e.amount, 0) as expected
  from (select user_id, sum(amount) as amount from points.entry group by user_id) e
  full join (select user_id, sum(remaining) as remaining from points.lot group by user_id) l on l.user_id = e.user_id
  full join points.account a on a.user_id = coalesce(e.user_id, l.user_id)
  union all
  select coalesce(e.user_id, a.user_id), 'DEBT', coalesce(a.debt, 0), coalesce(e.debt, 0)
  from (select user_id, sum(debt_change) as debt from points.entry group by user_id) e
  full join points.account a on a.user_id = e.user_id
  union all
  select coalesce(l.user_id, m.user_id), 'LOT', coalesce(l.remaining, 0), coalesce(l.amount, 0) + coalesce(m.amount, 0)
  from points.lot l
  full join (select user_id, lot_id, sum(amount) as amount from points.allocation group by user_id, lot_id) m
    on m.user_id = l.user_id and m.lot_id = l.lot_id
  union all
  select l.user_id, 'EXPIRED', l.expired, coalesce(x.amount, 0)
  from points.lot l
  left join (
    select a.user_id, a.lot_id, -sum(a.amount) as amount
    from points.entry e
    join points.allocation a on a.user_id = e.user_id and a.entry_id = e.entry_id
    where e.kind = 'EXPIRE'
    group by a.user_id, a.lot_id
  ) x on x.user_id = l.user_id and x.lot_id = l.lot_id
  union all
  select coalesce(e.user_id, m.user_id), 'ENTRY', coalesce(e.amount, 0), coalesce(l.amount, 0) + coalesce(m.amount, 0) - coalesce(e.debt_change, 0)
  from points.entry e
  left join points.lot l on l.user_id = e.user_id and l.lot_id = e.entry_id
  full join (select user_id, entry_id, sum(amount) as amount from points.allocation group by user_id, entry_id) m
    on m.user_id = e.user_id and m.entry_id = e.entry_id
  union all
  select k.user_id, 'KEY', k.entry_id, 0
  from points.business_key k
  where not exists (select from points.entry e where e.user_id = k.user_id and e.entry_id = k.entry_id)
  union all
  select e.user_id, 'REVERSED', e.reverses, 0
  from points.entry e
  where e.reverses is not null
    and not exists (select from points.entry o where o.user_id = e.user_id and o.entry_id = e.reverses)
) d
where d.kept <> d.expected;
