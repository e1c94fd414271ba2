-- Applies the latest manual tier of each user that is to hold on the day, is above the one held and was not applied yet, keeping in mind what
-- it takes the place of. In: :as_of (business day), :version (of the programme). Out: rows. Safe to repeat after empty-decisions.
insert into membership.decision (
  user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on, manual_id, back_tier_id, back_due_on
)
select
  s.user_id,
  :as_of,
  n.id,
  nullif(s.tier_id, n.id),
  'MANUAL',
  case when n.id = s.tier_id then s.since else :as_of end,
  :as_of,
  m.until_on,
  m.until_on,
  m.manual_id,
  case when s.cause in ('MANUAL', 'PAID') then h.back_tier_id else s.tier_id end,
  case when s.cause in ('MANUAL', 'PAID') then h.back_due_on else s.due_on end
from (
  select distinct on (x.user_id)
    x.user_id, x.manual_id, x.tier_no, x.ended_on,
    case when x.ended_on <= :as_of then x.ended_on else x.until_on end as until_on
  from membership.manual_tier x
  where x.from_on <= :as_of
  and x.until_on > :as_of
  order by x.user_id, x.manual_id desc
) m
join membership.standing s on s.user_id = m.user_id
join membership.tier o on o.id = s.tier_id
join membership.tier_history h on h.user_id = s.user_id and h.starts_on = s.starts_on
join membership.tier n on n.version = :version and n.tier_no = m.tier_no
where m.until_on > :as_of
and n.rank > o.rank
and not exists (
  select 1
  from membership.tier_history y
  where y.user_id = m.user_id
  and y.manual_id >= m.manual_id
)
