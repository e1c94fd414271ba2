-- What was claimed of each benefit, and what it cost when it was; undone claims are taken off again, and so count nowhere.
-- In: :month (first day of the month), :from (first day of the twelve months), :day (business day). Out: benefit_id, month_claims, month_cost,
-- claims, cost, ever (whether it was claimed at any time). Changes nothing.
select
  b.benefit_id,
  coalesce(s.month_claims, 0) as month_claims,
  coalesce(s.month_cost, 0)::bigint as month_cost,
  coalesce(s.claims, 0) as claims,
  coalesce(s.cost, 0)::bigint as cost,
  exists (
    select 1
    from membership.claim c
    where c.benefit_id = b.benefit_id
    and c.undoes is null
    and not exists (select from membership.claim u where u.user_id = c.user_id and u.undoes = c.claim_id)
  ) as ever
from membership.benefit b
left join (
  select
    w.benefit_id,
    sum(w.claims) filter (where w.day >= :month) as month_claims,
    sum(w.cost) filter (where w.day >= :month) as month_cost,
    sum(w.claims) as claims,
    sum(w.cost) as cost
  from (
    select c.benefit_id, c.day, 1 as claims, c.cost
    from membership.claim c
    where c.undoes is null
    union all
    select c.benefit_id, c.day, -1, -c.cost
    from membership.claim u
    join membership.claim c on c.user_id = u.user_id and c.claim_id = u.undoes
    where u.undoes is not null
  ) w
  where w.day >= :from
  and w.day <= :day
  group by w.benefit_id
) s on s.benefit_id = b.benefit_id
