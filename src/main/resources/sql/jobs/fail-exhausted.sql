-- Gives up on runs of a job that took their process down too often. Called only by the one who holds the job's lock.
-- in: job, most (attempts), now
-- out: the argument of each run given up
-- safe to repeat: yes
update jobs.job_run
set state = 'FAILED',
    finished_at = :now,
    error = 'jobs.error.exhausted',
    error_facts = jsonb_build_array(attempts)
where job = :job
    and state = 'RUNNING'
    and attempts >= :most
returning argument
