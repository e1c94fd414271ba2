-- Counts the moves of every day anew from the ranges. Safe to repeat after delete-day-moves.
insert into lifecycle.day_moves (day, from_stage, stage, users)
select r.since, r.from_stage, r.stage, count(*)
from lifecycle.stage_range r
group by r.since, r.from_stage, r.stage
