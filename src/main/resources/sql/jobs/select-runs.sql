-- One page of runs, newest first.
-- in: state and job (null: any), size, offset
-- out: one row per run
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
where (cast(:state as text) is null or r.state = :state)
    and (cast(:job as text) is null or r.job = :job)
order by r.id desc
limit :size
offset :offset
