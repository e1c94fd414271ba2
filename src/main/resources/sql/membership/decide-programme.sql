-- Takes everybody over into another version on the day it begins to decide: into the same tier, else into the highest below it that is still
-- there, with the term as it runs. Where a tier gets a validity it had not, a term begins.
-- In: :day (business day), :version (the other one). Out: rows. Safe to repeat after empty-decisions.
insert into membership.decision (
  user_id, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on, manual_id, back_tier_id, back_due_on
)
select
  s.user_id,
  :day,
  n.id,
  null,
  case when s.cause in ('MANUAL', 'PAID') then s.cause else 'PROGRAMME' end,
  case when n.tier_no = t.tier_no then s.since else :day end,
  s.term_from,
  b.due_on,
  case
    when b.due_on is not null then greatest(b.due_on + case when s.cause in ('MANUAL', 'PAID') then 0 else n.grace_days end, :day + 1)
  end,
  case when s.cause = 'MANUAL' then h.manual_id end,
  k.new_id,
  h.back_due_on
from membership.standing s
join membership.tier t on t.id = s.tier_id and t.version <> :version
join membership.tier_history h on h.user_id = s.user_id and h.starts_on = s.starts_on
join (
  select distinct on (o.id) o.id as old_id, x.id as new_id
  from membership.tier o
  join membership.tier l on l.version = o.version and l.rank <= o.rank
  join membership.tier x on x.version = :version and x.tier_no = l.tier_no
  order by o.id, l.rank desc
) a on a.old_id = s.tier_id
join membership.tier n on n.id = a.new_id
left join (
  select distinct on (o.id) o.id as old_id, x.id as new_id
  from membership.tier o
  join membership.tier l on l.version = o.version and l.rank <= o.rank
  join membership.tier x on x.version = :version and x.tier_no = l.tier_no
  order by o.id, l.rank desc
) k on k.old_id = h.back_tier_id
cross join lateral (
  select case
    when s.cause in ('MANUAL', 'PAID') then s.due_on
    when n.validity_months is null then null
    else coalesce(s.due_on, membership.due(:day, n.validity_months))
  end as due_on
) b
