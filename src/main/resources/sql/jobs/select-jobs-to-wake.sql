-- The jobs that have something to do: waiting, or left behind by a process that died.
-- in: nothing
-- out: job
-- safe to repeat: yes, reads only
select distinct job
from jobs.job_run
where state in ('QUEUED', 'RUNNING')
order by job
