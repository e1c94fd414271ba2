-- How many memberships end in which month, as far as nothing is paid beyond, and what they bring if they are renewed at today's price.
-- In: :as_of, :until (business days; the last day counts when it is before that). Out: month (its first day), memberships, users, amount
-- (minor units). Changes nothing.
select
  date_trunc('month', e.last_day::timestamp)::date as month,
  count(*) as memberships,
  count(distinct e.user_id) as users,
  sum(p.price)::bigint as amount
from membership.paid_ends(:as_of) e
join membership.plan p on p.plan_id = e.plan_id
where e.last_day >= :as_of
and e.last_day < :until
group by 1
order by 1
