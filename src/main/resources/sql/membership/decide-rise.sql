-- Moves one user up who earned a higher tier than is held by the end of a day, or earned the one that is paid for: the same as decide-moves
-- for everybody, without the figures. In: :user_id, :as_of (business day). Out: at most one row. Safe to repeat after empty-decisions.
insert into membership.decision (user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on)
select
  s.user_id,
  :as_of,
  n.id,
  nullif(s.tier_id, n.id),
  'UP',
  case when n.id = s.tier_id then s.since else :as_of end,
  :as_of,
  membership.due(:as_of, n.validity_months),
  membership.due(:as_of, n.validity_months) + n.grace_days
from membership.standing s
join membership.tier t on t.id = s.tier_id
join membership.programme p on p.version = t.version
cross join lateral membership.measure(
  s.user_id, membership.window_start(p.reach_window, p.reach_days, :as_of + 1, s.term_from), :as_of + 1, :as_of, true
) m
cross join lateral (
  select max(x.rank) as rank
  from membership.tier x
  where x.version = t.version
  and membership.reaches(x, m.growth, m.spend, m.orders, m.active_days)
) e
join membership.tier n on n.version = t.version and n.rank = e.rank
where s.user_id = :user_id
and (e.rank > t.rank or (s.cause = 'PAID' and e.rank = t.rank))
