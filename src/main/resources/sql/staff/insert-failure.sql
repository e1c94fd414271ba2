-- Counts an attempt as failed.
-- in: tried, now
-- out: id
-- safe to repeat: no, each attempt counts
insert into staff.login_failure (tried, failed_at)
values (:tried, :now)
returning id
