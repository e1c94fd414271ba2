-- Decides on the terms whose day of decision has come, by the facts before that day: kept where the rule for keeping is met, or the one for
-- entry is; else down as the tier says. A manual tier that ends gives way to what it took the place of, as far as that is not due itself, or
-- to what is earned. One term of each user; to be repeated until none is left.
-- In: :until (business day). Out: rows. Safe to repeat after empty-decisions.
insert into membership.decision (user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on)
select
  d.user_id,
  d.decide_on,
  n.id,
  nullif(d.tier_id, n.id),
  d.cause,
  case when d.cause = 'KEPT' then d.since else d.decide_on end,
  case when d.cause = 'KEPT' then d.due_on else d.decide_on end,
  b.due_on,
  b.due_on + n.grace_days
from (
  select
    s.user_id, s.tier_id, s.decide_on, s.due_on, s.since, t.version,
    h.back_due_on, k.back_rank,
    case
      when s.cause = 'MANUAL' then 'MANUAL_END'
      when k.earned > t.rank then 'UP'
      when k.kept or k.earned = t.rank then 'KEPT'
      else 'DOWN'
    end as cause,
    case
      when s.cause = 'MANUAL' then greatest(k.earned, k.back_rank)
      when k.earned > t.rank then k.earned
      when k.kept or k.earned = t.rank then t.rank
      when t.at_due = 'ONE_STEP' then t.rank - 1
      when t.at_due = 'EARNED' then k.earned
      else least(t.rank - 1, greatest(k.earned, t.floor_rank))
    end as rank,
    k.earned
  from membership.standing s
  join membership.tier t on t.id = s.tier_id
  join membership.programme p on p.version = t.version
  join membership.tier_history h on h.user_id = s.user_id and h.starts_on = s.starts_on
  cross join lateral membership.measure(
    s.user_id, membership.window_start(p.keep_window, p.keep_days, s.due_on, s.term_from), s.decide_on, s.decide_on
  ) m
  cross join lateral membership.measure(
    s.user_id, membership.window_start(p.reach_window, p.reach_days, s.decide_on, s.term_from), s.decide_on, s.decide_on
  ) e
  cross join lateral (
    select
      membership.keeps(t, m.growth, m.spend, m.orders, m.active_days) as kept,
      coalesce((
        select max(x.rank)
        from membership.tier x
        where x.version = t.version
        and membership.reaches(x, e.growth, e.spend, e.orders, e.active_days)
      ), 1) as earned,
      (
        select x.rank
        from membership.tier x
        where x.id = h.back_tier_id
        and (h.back_due_on is null or h.back_due_on > s.decide_on)
      ) as back_rank
  ) k
  where s.decide_on <= :until
) d
join membership.tier n on n.version = d.version and n.rank = d.rank
cross join lateral (
  select case
    when n.validity_months is null then null
    when d.cause = 'KEPT' then membership.due(d.due_on, n.validity_months)
    when d.cause = 'MANUAL_END' and d.back_rank >= d.earned then d.back_due_on
    else membership.due(d.decide_on, n.validity_months)
  end as due_on
) b
