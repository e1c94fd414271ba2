-- How many users have which plan on a day, and what it brought, less what was given back, up to that day.
-- In: :as_of, :month_from, :year_from (business days). Out: plan_id, members, month_amount, year_amount (minor units). Changes nothing.
select p.plan_id, coalesce(m.members, 0) as members, coalesce(f.month_amount, 0) as month_amount, coalesce(f.year_amount, 0) as year_amount
from membership.plan p
left join (
  select t.plan_id, count(distinct t.user_id) as members
  from membership.paid_terms(:as_of) t
  where t.from_on <= :as_of
  and t.until_on > :as_of
  group by t.plan_id
) m on m.plan_id = p.plan_id
left join (
  select
    x.plan_id,
    sum(case x.kind when 'REFUND' then -x.amount else x.amount end) filter (where x.day >= :month_from)::bigint as month_amount,
    sum(case x.kind when 'REFUND' then -x.amount else x.amount end)::bigint as year_amount
  from membership.paid_fact x
  where x.day >= :year_from
  and x.day <= :as_of
  group by x.plan_id
) f on f.plan_id = p.plan_id
