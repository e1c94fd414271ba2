-- Decides, where the programme says at once, on those who gave orders back in their term and no longer earn their tier: down to what is
-- earned without what was given back, if they would have kept it with that. Counted from the window by which the term began up to the day; one
-- that another version took over began as it did before.
-- In: :as_of (business day), :version (of the programme). Out: rows. Safe to repeat after decide-moves.
insert into membership.decision (user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on)
select
  d.user_id,
  :as_of,
  n.id,
  d.tier_id,
  'REFUND',
  :as_of,
  :as_of,
  membership.due(:as_of, n.validity_months),
  membership.due(:as_of, n.validity_months) + n.grace_days
from (
  select
    s.user_id, s.tier_id,
    greatest(f.earned_rank, (
      select max(x.rank)
      from membership.tier x
      where x.version = :version
      and x.rank < t.rank
      and membership.reaches(x, m.growth, m.spend, m.orders, m.active_days)
    )) as rank
  from membership.standing s
  join membership.tier t on t.id = s.tier_id
  join membership.programme p on p.version = :version and p.refunds = 'AT_ONCE'
  join membership.figure f on f.user_id = s.user_id and f.earned_rank < t.rank
  join metrics.order_history h on h.user_id = s.user_id and h.last_refund_day >= s.starts_on
  cross join lateral (
    select coalesce((
      select b.cause
      from membership.tier_history b
      where b.user_id = s.user_id
      and b.starts_on < s.starts_on
      and s.cause = 'PROGRAMME'
      and b.cause <> 'PROGRAMME'
      order by b.starts_on desc
      limit 1
    ), s.cause) as cause
  ) o
  cross join lateral membership.measure(
    s.user_id,
    case
      when o.cause = 'KEPT' then membership.window_start(p.keep_window, p.keep_days, s.term_from, s.term_from)
      else membership.window_start(p.reach_window, p.reach_days, s.term_from + 1, date '0001-01-01')
    end,
    :as_of + 1,
    s.starts_on,
    true
  ) m
  where s.cause not in ('MANUAL', 'PAID')
  and not membership.reaches(t, m.growth, m.spend, m.orders, m.active_days)
  and not membership.keeps(t, m.growth, m.spend, m.orders, m.active_days)
  and membership.reaches(t, m.growth - m.refunded_growth, m.spend + m.refunded, m.orders, m.active_days)
) d
join membership.tier n on n.version = :version and n.rank = d.rank
