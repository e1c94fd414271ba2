-- Whose terms are decided up to a day, by month and tier: how many would drop by what they did so far, and of those how many would keep their tier
-- by spending a little more.
-- In: :until (business day), :near (minor units). Out: month (its first day), tier_id, users, dropping, near. Changes nothing.
select
  date_trunc('month', f.decide_on::timestamp)::date as month,
  f.tier_id,
  count(*) as users,
  count(*) filter (where not f.kept) as dropping,
  count(*) filter (where not f.kept and f.missing <= :near) as near
from membership.forecast f
where f.decide_on <= :until
group by 1, 2
order by 1, 2
