-- Gives the survivor of a merge the higher tier of both, with its term. What is earned of both counts apart from what is given by hand or paid
-- for: the higher of that is where the survivor goes back to. What both paid for moves to the survivor and is decided on after this.
-- In: :survivor, :absorbed, :as_of (business day). Out: at most one row. Safe to repeat after empty-decisions.
with side as materialized (
  select
    s.user_id, s.tier_id, t.rank, s.cause, s.since, s.term_from, s.due_on, s.decide_on, h.manual_id,
    case when g.granted then h.back_tier_id else s.tier_id end as own_id,
    case when g.granted then h.back_due_on else s.due_on end as own_due,
    case when g.granted then b.rank else t.rank end as own_rank
  from membership.standing s
  join membership.tier t on t.id = s.tier_id
  join membership.tier_history h on h.user_id = s.user_id and h.starts_on = s.starts_on
  left join membership.tier b on b.id = h.back_tier_id
  cross join lateral (select s.cause in ('MANUAL', 'PAID') as granted) g
  where s.user_id in (:survivor, :absorbed)
), top as (
  select x.user_id, x.tier_id, x.cause, x.since, x.term_from, x.due_on, x.decide_on, x.manual_id, x.cause in ('MANUAL', 'PAID') as granted
  from side x
  order by x.rank desc, (x.user_id = :survivor) desc
  limit 1
), own as (
  select x.user_id, x.own_id, x.own_due
  from side x
  order by (x.own_due is null or x.own_due > :as_of) desc, x.own_rank desc nulls last, (x.user_id = :survivor) desc
  limit 1
)
insert into membership.decision (
  user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on, manual_id, back_tier_id, back_due_on
)
select
  :survivor, :as_of, t.tier_id, nullif(s.tier_id, t.tier_id), case when t.granted then t.cause else 'MERGED' end, t.since, t.term_from, t.due_on,
  case when t.decide_on is not null then greatest(t.decide_on, :as_of + 1) end,
  case when t.granted then t.manual_id end,
  case when t.granted then o.own_id end,
  case when t.granted then o.own_due end
from top t
cross join own o
left join side s on s.user_id = :survivor
where t.user_id = :absorbed
or (t.granted and o.user_id = :absorbed)
