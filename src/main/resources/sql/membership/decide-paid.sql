-- Lifts those who paid for a higher tier than they hold, on the day from which it is paid for, at the earliest when what they hold began:
-- as far as nothing else is due before. What it takes the place of is kept in mind. The earliest of each user; to be repeated until none is left.
-- In: :until (business day), :first, :last (user_id). Out: rows. Safe to repeat after empty-decisions.
insert into membership.decision (
  user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on, back_tier_id, back_due_on
)
select
  d.user_id, d.day, d.paid_id, d.tier_id, 'PAID', d.day, d.day, u.until_on, u.until_on,
  case when d.cause in ('MANUAL', 'PAID') then h.back_tier_id else d.tier_id end,
  case when d.cause in ('MANUAL', 'PAID') then h.back_due_on else d.due_on end
from (
  select distinct on (s.user_id)
    s.user_id, s.tier_id, s.cause, s.due_on, s.starts_on,
    c.rank, c.tier_id as paid_id, greatest(c.from_on, s.starts_on) as day
  from membership.paid_cover c
  join membership.standing s on s.user_id = c.user_id
  join membership.tier t on t.id = s.tier_id
  where c.user_id between :first and :last
  and c.rank > t.rank
  and c.until_on > s.starts_on
  and greatest(c.from_on, s.starts_on) <= :until
  and (s.decide_on is null or greatest(c.from_on, s.starts_on) < s.decide_on)
  order by s.user_id, greatest(c.from_on, s.starts_on), c.rank desc
) d
join membership.tier_history h on h.user_id = d.user_id and h.starts_on = d.starts_on
cross join lateral (select membership.paid_until(d.user_id, d.rank, d.day) as until_on) u
