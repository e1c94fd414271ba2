-- Drops the figures of users that are no longer there.
-- Out: rows deleted. Safe to repeat.
delete from metrics.user_metrics m
where not exists (
  select 1
  from users.users u
  where u.user_id = m.user_id
)
