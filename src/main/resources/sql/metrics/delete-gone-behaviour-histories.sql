-- Drops histories of activity of which nothing is left.
-- Out: rows deleted. Safe to repeat.
delete from metrics.behaviour_history h
where not exists (
  select
  from activity.behaviour b
  where b.user_id = h.user_id
    and b.type = h.type
)
