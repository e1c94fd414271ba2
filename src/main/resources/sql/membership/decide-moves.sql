-- Decides for everybody by the figures of the day: who has no tier begins with the one earned, who earned a higher one moves up at once; who
-- earned the one that is paid for has it by that from now on.
-- In: :as_of (business day), :version (of the programme). Out: rows. Safe to repeat after empty-decisions.
insert into membership.decision (user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on)
select
  f.user_id,
  :as_of,
  n.id,
  nullif(s.tier_id, n.id),
  case when s.user_id is null then 'START' else 'UP' end,
  case when n.id = s.tier_id then s.since else :as_of end,
  :as_of,
  membership.due(:as_of, n.validity_months),
  membership.due(:as_of, n.validity_months) + n.grace_days
from membership.figure f
join membership.tier n on n.version = :version and n.rank = f.earned_rank
left join membership.standing s on s.user_id = f.user_id
left join membership.tier t on t.id = s.tier_id
where s.user_id is null
or f.earned_rank > t.rank
or (s.cause = 'PAID' and f.earned_rank = t.rank)
