-- Says where everybody stands after insert-first-terms, with the growth value of the day.
-- In: :as_of (business day), :version (of the programme). Out: rows inserted. Safe to repeat only where nobody stands anywhere.
insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, due_on, starts_on, term_from, decide_on, cause)
select
  f.user_id, n.id, f.growth, f.growth_total, :as_of,
  membership.due(:as_of, n.validity_months),
  :as_of, :as_of,
  membership.due(:as_of, n.validity_months) + n.grace_days,
  'START'
from membership.figure f
join membership.tier n on n.version = :version and n.rank = f.earned_rank
order by f.user_id
