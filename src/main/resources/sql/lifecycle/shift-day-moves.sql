-- Moves the counts of days by what the computed ranges of some users change; to be run before their ranges are written.
-- Out: rows changed. Safe to repeat once the ranges are written: then nothing differs.
merge into lifecycle.day_moves m
using (
  select change.since, change.from_stage, change.stage, sum(change.users) as users
  from (
    select c.since, c.from_stage, c.stage, 1 as users
    from lifecycle.computed_range c
    union all
    select r.since, r.from_stage, r.stage, -1
    from lifecycle.stage_range r
    where r.user_id in (select c.user_id from lifecycle.computed_range c)
  ) change
  group by change.since, change.from_stage, change.stage
  having sum(change.users) <> 0
) shift
on m.day = shift.since
and m.stage = shift.stage
and m.from_stage is not distinct from shift.from_stage
when matched and m.users + shift.users = 0 then delete
when matched then update
  set users = m.users + shift.users
when not matched then insert (day, from_stage, stage, users)
values (shift.since, shift.from_stage, shift.stage, shift.users)
