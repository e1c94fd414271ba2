-- What was claimed of each benefit, and what it cost when it was; undone claims count nowhere.
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
    c.benefit_id,
    count(*) filter (where c.day >= :month) as month_claims,
    sum(c.cost) filter (where c.day >= :month) as month_cost,
    count(*) as claims,
    sum(c.cost) as cost
  from membership.claim c
  where c.undoes is null
  and c.day >= :from
  and c.day <= :day
  and not exists (select from membership.claim u where u.user_id = c.user_id and u.undoes = c.claim_id)
  group by c.benefit_id
) s on s.benefit_id = b.benefit_id
