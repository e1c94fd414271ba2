-- Brings every user's history of activity up to date; writes only rows that differ.
-- In: :zone (business zone). Out: rows written. Safe to repeat.
merge into metrics.behaviour_history h
using (
  select s.user_id, s.type, s.days, s.times
  from metrics.behaviour_histories(:zone) s
) f
on h.user_id = f.user_id and h.type = f.type
when matched and (h.days, h.times) is distinct from (f.days, f.times) then update
  set days = f.days,
      times = f.times
when not matched then insert (user_id, type, days, times)
values (f.user_id, f.type, f.days, f.times)
