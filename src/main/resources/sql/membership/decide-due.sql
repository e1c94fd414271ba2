-- Decides on the terms whose day of decision has come, by the facts before that day: kept where the rule for keeping is met, or the one for
-- entry is; else down as the tier says. A tier given by hand or paid for that ends gives way to what it took the place of, as far as that is
-- not due itself, or to what is earned. Who has paid for more than that on the day holds it; so does, after a paid tier, who still has a
-- higher one by hand. One term of each user; to be repeated until none is left.
-- In: :until (business day), :as_of (business day), :first, :last (user_id). Out: rows. Safe to repeat after decide-paid.
insert into membership.decision (
  user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on, manual_id, back_tier_id, back_due_on
)
select
  d.user_id,
  d.decide_on,
  coalesce(g.tier_id, n.id),
  nullif(d.tier_id, coalesce(g.tier_id, n.id)),
  coalesce(g.cause, d.cause),
  case when coalesce(g.tier_id, n.id) = d.tier_id then d.since else d.decide_on end,
  case when g.cause is null and d.cause = 'KEPT' then d.due_on else d.decide_on end,
  coalesce(g.until_on, b.due_on),
  coalesce(g.until_on, b.due_on + n.grace_days),
  coalesce(g.manual_id, d.manual_id),
  case when g.cause is not null then n.id end,
  case when g.cause is not null then b.due_on end
from (
  select
    s.user_id, s.tier_id, s.decide_on, s.due_on, s.since, s.cause as held_by, t.version,
    case when s.cause = 'MANUAL' then h.manual_id end as manual_id,
    h.back_due_on, k.back_rank,
    case
      when s.cause in ('MANUAL', 'PAID') then s.cause || '_END'
      when k.earned > t.rank then 'UP'
      when k.kept or k.earned = t.rank then 'KEPT'
      else 'DOWN'
    end as cause,
    case
      when s.cause in ('MANUAL', 'PAID') then greatest(k.earned, k.back_rank)
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
  join membership.asked a on a.version = t.version
  join membership.tier_history h on h.user_id = s.user_id and h.starts_on = s.starts_on
  cross join lateral membership.measure(
    s.user_id, membership.window_start(p.keep_window, p.keep_days, s.due_on, s.term_from), s.decide_on, s.decide_on, a.active_days
  ) m
  cross join lateral membership.measure(
    s.user_id, membership.window_start(p.reach_window, p.reach_days, s.decide_on, s.term_from), s.decide_on, s.decide_on, a.active_days
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
  and s.user_id between :first and :last
  and not exists (select 1 from membership.decision y where y.user_id = s.user_id)
) d
join membership.tier n on n.version = d.version and n.rank = d.rank
cross join lateral (
  select case
    when n.validity_months is null then null
    when d.cause = 'KEPT' then membership.due(d.due_on, n.validity_months)
    when d.cause in ('MANUAL_END', 'PAID_END') and d.back_rank >= d.earned then d.back_due_on
    else membership.due(d.decide_on, n.validity_months)
  end as due_on
) b
left join lateral (
  select w.cause, w.tier_id, w.until_on, w.manual_id
  from (
    select 'PAID' as cause, c.tier_id, c.rank, membership.paid_until(d.user_id, c.rank, d.decide_on) as until_on, null::bigint as manual_id
    from membership.paid_cover c
    where c.user_id = d.user_id
    and c.from_on <= d.decide_on
    and c.until_on > d.decide_on
    union all
    select 'MANUAL', x.id, x.rank, a.until_on, a.manual_id
    from (
      select
        z.tier_no, z.manual_id,
        case when z.ended_on <= :as_of then z.ended_on else z.until_on end as until_on
      from membership.manual_tier z
      where d.held_by = 'PAID'
      and z.user_id = d.user_id
      and z.from_on <= d.decide_on
      order by z.manual_id desc
      limit 1
    ) a
    join membership.tier x on x.version = d.version and x.tier_no = a.tier_no
    where a.until_on > d.decide_on
  ) w
  where w.rank > d.rank
  order by w.rank desc, w.cause
  limit 1
) g on true
