-- Says of the tiers that are paid for or given by hand until when they are: renewals, lapses, refunds and managers change it. To be run after
-- fill-cover. In: :as_of (business day), :first, :last (user_id). Out: rows changed. Safe to repeat.
with aligned as (
  update membership.standing s
  set due_on = a.until_on,
      decide_on = a.until_on
  from (
    select
      g.user_id,
      greatest(
        case
          when g.cause = 'PAID' then coalesce(membership.paid_until(g.user_id, t.rank, g.starts_on), g.starts_on)
          when m.ended_on <= :as_of then m.ended_on
          else coalesce(m.until_on, g.due_on)
        end,
        g.starts_on
      ) as until_on
    from membership.standing g
    join membership.tier t on t.id = g.tier_id
    join membership.tier_history h on h.user_id = g.user_id and h.starts_on = g.starts_on
    left join membership.manual_tier m on m.user_id = h.user_id and m.manual_id = h.manual_id
    where g.cause in ('MANUAL', 'PAID')
    and g.user_id between :first and :last
  ) a
  where s.user_id = a.user_id
  and (s.due_on, s.decide_on) is distinct from (a.until_on, a.until_on)
  returning s.user_id, s.starts_on, s.due_on
)
update membership.tier_history h
set due_on = a.due_on,
    decide_on = a.due_on
from aligned a
where h.user_id = a.user_id
and h.starts_on = a.starts_on
