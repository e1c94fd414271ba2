-- Brings the ledger in line with what all facts are worth: an entry for each fact whose entries do not add up to it.
-- In: :zone (business zone), :unit (minor units of one), :run (a new number), :at. Out: rows inserted. Safe to repeat: then all adds up.
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
from membership.worth(:zone, :unit) w
full join (
  select e.user_id, e.source, e.type, e.ref, min(e.day) as day, sum(e.amount)::bigint as amount
  from membership.growth_entry e
  where e.source <> 'ADJUST'
  group by e.user_id, e.source, e.type, e.ref
) p on p.user_id = w.user_id and p.source = w.source and p.type = w.type and p.ref = w.ref
where coalesce(w.amount, 0) <> coalesce(p.amount, 0)
