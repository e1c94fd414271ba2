-- Users whose kept ranges differ from the facts, in either direction. Must be empty.
-- In: :zone (business zone), :limit. Out: user_id. Changes nothing.
select distinct coalesce(f.user_id, r.user_id) as user_id
from lifecycle.ranges(:zone, (select lifecycle.rulers())) f
full join lifecycle.stage_range r on r.user_id = f.user_id and r.since = f.since
where (r.user_id, r.until, r.stage, r.from_stage, r.from_days) is distinct from (f.user_id, f.until, f.stage, f.from_stage, f.from_days)
limit :limit
