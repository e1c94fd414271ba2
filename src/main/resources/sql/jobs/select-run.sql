-- One run.
-- in: id
-- out: the run; no row if there is none
-- safe to repeat: yes, reads only
select
    r.id,
    r.job,
    r.subject,
    r.argument,
    r.state,
    r.requested_by,
    r.queued_at,
    r.started_at,
    r.finished_at,
    r.phase,
    r.phase_started_at,
    r.done,
    r.total,
    r.attempts,
    r.error,
    r.error_facts,
    r.error_reference
from jobs.job_run r
where r.id = :id
