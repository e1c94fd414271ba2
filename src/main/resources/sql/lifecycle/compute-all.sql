-- Computes the ranges of all users.
-- In: :zone (business zone). Out: rows. Safe to repeat after empty-computed.
insert into lifecycle.computed_range (user_id, since, until, stage, from_stage, from_days)
select r.user_id, r.since, r.until, r.stage, r.from_stage, r.from_days
from lifecycle.ranges(:zone, (select lifecycle.rulers())) r
