-- Gives everybody the tier that was earned, where nobody ever had one: their first terms, by the figures of the day.
-- In: :as_of (business day), :version (of the programme). Out: rows inserted. Safe to repeat only where there is no term yet.
with rung as materialized (
  select t.id, t.rank, membership.due(:as_of, t.validity_months) as due_on, membership.due(:as_of, t.validity_months) + t.grace_days as decide_on
  from membership.tier t
  where t.version = :version
)
insert into membership.tier_history (user_id, during, starts_on, tier_id, cause, since, term_from, due_on, decide_on)
select f.user_id, daterange(:as_of, null), :as_of, r.id, 'START', :as_of, :as_of, r.due_on, r.decide_on
from membership.figure f
join rung r on r.rank = f.earned_rank
order by f.user_id
