-- Counts who stands in which tier after the evaluation of a day, and what they spent in the window.
-- In: :as_of (business day). Out: rows inserted. Safe to repeat after delete-day-count.
insert into membership.day_count (day, tier_id, users, net_amount)
select :as_of, s.tier_id, count(*), coalesce(sum(f.spend), 0)
from membership.standing s
left join membership.figure f on f.user_id = s.user_id
group by s.tier_id
