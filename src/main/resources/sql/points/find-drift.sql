-- Users whose ledger, lots and debt do not tell the same; must be empty.
-- in: limit. out: user, what differs, what is kept and what it should be. Reads only.
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
where d.kept <> d.expected
order by d.user_id, d.what
limit :limit
