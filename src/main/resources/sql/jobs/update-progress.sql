-- Writes down how far a run is.
-- in: id, attempt, phase, phase_started_at, done, total, now
-- out: rows changed; 0 if the run is no longer this process's
-- safe to repeat: yes
update jobs.job_run
set phase = :phase,
    phase_started_at = :phase_started_at,
    done = :done,
    total = :total,
    heartbeat_at = :now
where id = :id
    and attempts = :attempt
    and state = 'RUNNING'
