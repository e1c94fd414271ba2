-- Computes the ranges of the users one intake touched.
-- In: :intake, :zone (business zone). Out: rows. Safe to repeat after empty-computed.
insert into lifecycle.computed_range (user_id, since, until, stage, from_stage, from_days)
select r.user_id, r.since, r.until, r.stage, r.from_stage, r.from_days
from lifecycle.ranges_of(array(select t.user_id from metrics.touched(:intake) t), :zone, (select lifecycle.rulers())) r
