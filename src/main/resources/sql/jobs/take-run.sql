-- Begins the next run of a job: one whose process died before any that waits. Called only by the one who holds the job's lock.
-- in: job, now
-- out: id, argument, attempts, the number of the attempt that now begins; no row if nothing is to do
-- safe to repeat: yes, a run begun twice carries another attempt number and only the last one counts
update jobs.job_run r
set state = 'RUNNING',
    started_at = :now,
    heartbeat_at = :now,
    attempts = r.attempts + 1,
    phase = '',
    phase_started_at = null,
    done = 0,
    total = 0
where r.id = (
    select q.id
    from jobs.job_run q
    where q.job = :job
        and q.state in ('QUEUED', 'RUNNING')
    order by q.state desc, q.id
    limit 1
    for update skip locked
)
returning r.id, r.argument, r.attempts
