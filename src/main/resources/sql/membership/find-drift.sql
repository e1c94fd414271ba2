-- Users whose standing is not what their history, their ledger and what they paid for say, or of whom something else is forecast than what they did
-- comes to. Must be empty. In: :as_of and :until (business days; the last one forecast), :unit (minor units of one), :version (that decides),
-- :window_start (null where each user has one of their own), :limit. Out: user_id. Changes nothing.
select d.user_id
from (
  select coalesce(f.user_id, c.user_id) as user_id
  from membership.forecast f
  full join membership.coming(:version, :as_of, :until, :unit, 0, 9223372036854775807) c on c.user_id = f.user_id
  where (select k.forecast from membership.current k)
  and (f.tier_id, f.decide_on, f.growth, f.kept, f.missing) is distinct from (c.tier_id, c.decide_on, c.growth, c.kept, c.missing)
  union
  select coalesce(s.user_id, h.user_id) as user_id
  from membership.standing s
  full join (select x.user_id, x.tier_id, x.since, x.due_on, x.starts_on, x.term_from, x.decide_on, x.cause from membership.tier_history x where upper_inf(x.during)) h on h.user_id = s.user_id
  where (s.tier_id, s.since, s.due_on, s.starts_on, s.term_from, s.decide_on, s.cause)
    is distinct from (h.tier_id, h.since, h.due_on, h.starts_on, h.term_from, h.decide_on, h.cause)
  union
  select s.user_id
  from membership.standing s
  left join (
    select e.user_id, sum(e.amount) as total, sum(e.amount) filter (where e.day >= cast(:window_start as date)) as growth
    from membership.growth_entry e
    where e.day <= :as_of
    group by e.user_id
  ) g on g.user_id = s.user_id
  where s.growth_total <> coalesce(g.total, 0)
  or (cast(:window_start as date) is not null and s.growth_value <> coalesce(g.growth, 0))
  union
  select s.user_id
  from membership.standing s
  join membership.tier t on t.id = s.tier_id
  left join (
    select r.user_id, max(r.rank) as rank
    from membership.paid_ranks(:version, :as_of, 0, 9223372036854775807) r
    where r.from_on <= :as_of
    and r.until_on > :as_of
    group by r.user_id
  ) c on c.user_id = s.user_id
  where c.rank > t.rank
  or (s.cause = 'PAID' and coalesce(c.rank, 0) < t.rank)
) d
limit :limit
