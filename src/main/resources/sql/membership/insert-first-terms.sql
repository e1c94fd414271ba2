-- Gives everybody the tier that was earned, where nobody ever had one: their first terms, by the figures of the day.
-- In: :as_of (business day), :version (of the programme). Out: rows inserted. Safe to repeat only where there is no term yet.
insert into membership.tier_history (user_id, during, starts_on, tier_id, cause, since, term_from, due_on, decide_on)
select
  f.user_id, daterange(:as_of, null), :as_of, n.id, 'START', :as_of, :as_of,
  membership.due(:as_of, n.validity_months),
  membership.due(:as_of, n.validity_months) + n.grace_days
from membership.figure f
join membership.tier n on n.version = :version and n.rank = f.earned_rank
order by f.user_id
