-- Brings the ledger in line with what the facts of some users are worth: those one intake brought facts of. The arrays (not joins) are what
-- lets the condition reach the facts' keys.
-- In: :intake, :zone (business zone), :unit (minor units of one), :run (a new number), :at. Out: rows inserted. Safe to repeat.
with touched as materialized (
  select array(
    select t.user_id
    from metrics.touched(:intake) t
    union
    select b.user_id
    from activity.behaviour b
    where b.intake_id = :intake
  ) as users
)
insert into membership.growth_entry (user_id, day, source, type, ref, run_id, amount, at)
select
  coalesce(w.user_id, p.user_id),
  coalesce(w.day, p.day),
  coalesce(w.source, p.source),
  coalesce(w.type, p.type),
  coalesce(w.ref, p.ref),
  :run,
  coalesce(w.amount, 0) - coalesce(p.amount, 0),
  :at
from (
  select x.user_id, x.source, x.type, x.ref, x.day, x.amount
  from membership.worth(:zone, :unit) x
  where x.user_id = any (array(select unnest(t.users) from touched t))
) w
full join (
  select e.user_id, e.source, e.type, e.ref, min(e.day) as day, sum(e.amount)::bigint as amount
  from membership.growth_entry e
  where e.source <> 'ADJUST'
  and e.user_id = any (array(select unnest(t.users) from touched t))
  group by e.user_id, e.source, e.type, e.ref
) p on p.user_id = w.user_id and p.source = w.source and p.type = w.type and p.ref = w.ref
where coalesce(w.amount, 0) <> coalesce(p.amount, 0)
