-- Brings the forecast in line with standing and facts, for the terms decided after one day and up to another. What did not change is not written.
-- In: :version (that decides), :as_of, :until (business days), :unit (minor units of one), :first, :last (users). Safe to repeat.
with now as materialized (
  select c.user_id, c.tier_id, c.decide_on, c.growth, c.kept, c.missing
  from membership.coming(:version, :as_of, :until, :unit, :first, :last) c
), gone as (
  delete from membership.forecast f
  where f.user_id between :first and :last
  and not exists (select from now n where n.user_id = f.user_id)
)
insert into membership.forecast as f (user_id, tier_id, decide_on, growth, kept, missing)
select n.user_id, n.tier_id, n.decide_on, n.growth, n.kept, n.missing
from now n
on conflict (user_id) do update
set tier_id = excluded.tier_id,
    decide_on = excluded.decide_on,
    growth = excluded.growth,
    kept = excluded.kept,
    missing = excluded.missing
where (f.tier_id, f.decide_on, f.growth, f.kept, f.missing)
  is distinct from (excluded.tier_id, excluded.decide_on, excluded.growth, excluded.kept, excluded.missing)
