-- Whose terms are decided after one day and up to another, by month and tier: how many would drop by what they did so far, and of those how many
-- would keep their tier by spending a little more.
-- In: :as_of, :until (business days), :near (minor units), :unit (minor units of one). Out: month (its first day), tier_id, users, dropping,
-- near. Changes nothing.
select
  date_trunc('month', d.decide_on::timestamp)::date as month,
  d.tier_id,
  count(*) as users,
  count(*) filter (where not d.kept) as dropping,
  count(*) filter (where not d.kept and d.missing <= :near) as near
from membership.coming(:as_of, :until, :unit) d
group by 1, 2
order by 1, 2
