-- How many runs there are.
-- in: state and job (null: any)
-- out: one number
-- safe to repeat: yes, reads only
select count(*)
from jobs.job_run r
where (cast(:state as text) is null or r.state = :state)
    and (cast(:job as text) is null or r.job = :job)
