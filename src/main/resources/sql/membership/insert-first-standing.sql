-- Says where everybody stands after insert-first-terms, with the growth value of the day.
-- In: :as_of (business day), :version (of the programme). Out: rows inserted. Safe to repeat only where nobody stands anywhere.
with rung as materialized (
  select t.id, t.rank, membership.due(:as_of, t.validity_months) as due_on, membership.due(:as_of, t.validity_months) + t.grace_days as decide_on
  from membership.tier t
  where t.version = :version
)
insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, due_on, starts_on, term_from, decide_on, cause)
select f.user_id, r.id, f.growth, f.growth_total, :as_of, r.due_on, :as_of, :as_of, r.decide_on, 'START'
from membership.figure f
join rung r on r.rank = f.earned_rank
order by f.user_id
