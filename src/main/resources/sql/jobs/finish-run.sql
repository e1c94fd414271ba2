-- Records how a run ended.
-- in: id, attempt, state, error, error_facts (json), error_reference, now
-- out: rows changed; 0 if the run is no longer this process's
-- safe to repeat: yes, a run ends once
update jobs.job_run
set state = :state,
    finished_at = :now,
    error = :error,
    error_facts = cast(:error_facts as jsonb),
    error_reference = :error_reference
where id = :id
    and attempts = :attempt
    and state = 'RUNNING'
