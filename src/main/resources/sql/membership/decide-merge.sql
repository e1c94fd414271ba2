-- Gives the survivor of a merge the tier of who is gone, with its term, where that one is the higher.
-- In: :survivor, :absorbed, :as_of (business day). Out: at most one row. Safe to repeat after empty-decisions.
insert into membership.decision (
  user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on, manual_id, back_tier_id, back_due_on
)
select
  :survivor, :as_of, g.tier_id, s.tier_id, case when g.cause = 'MANUAL' then 'MANUAL' else 'MERGED' end, g.since, g.term_from, g.due_on,
  case when g.decide_on is not null then greatest(g.decide_on, :as_of + 1) end, h.manual_id, h.back_tier_id, h.back_due_on
from membership.standing g
join membership.tier_history h on h.user_id = g.user_id and h.starts_on = g.starts_on
join membership.tier t on t.id = g.tier_id
left join membership.standing s on s.user_id = :survivor
left join membership.tier o on o.id = s.tier_id
where g.user_id = :absorbed
and (o.rank is null or o.rank < t.rank)
