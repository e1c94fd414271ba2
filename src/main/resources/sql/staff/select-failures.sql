-- What counts against further attempts.
-- in: tried, since (instant)
-- out: failures, last_failed_at (null if none)
-- safe to repeat: yes, reads only
select
    count(*) as failures,
    max(failed_at) as last_failed_at
from staff.login_failure
where tried = :tried
    and failed_at > :since
