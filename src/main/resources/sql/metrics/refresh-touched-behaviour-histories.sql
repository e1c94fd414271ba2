-- Brings the history of activity of the users one intake brought some of up to date; writes only rows that differ. The array (not a
-- join) is what lets the condition reach the facts' keys.
-- In: :intake, :zone (business zone). Out: rows written. Safe to repeat.
merge into metrics.behaviour_history h
using (
  select s.user_id, s.type, s.days, s.times
  from metrics.behaviour_histories(:zone) s
  where s.user_id = any (array(select t.user_id from activity.behaviour t where t.intake_id = :intake))
) f
on h.user_id = f.user_id and h.type = f.type
when matched and (h.days, h.times) is distinct from (f.days, f.times) then update
  set days = f.days,
      times = f.times
when not matched then insert (user_id, type, days, times)
values (f.user_id, f.type, f.days, f.times)
