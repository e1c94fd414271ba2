-- Finds the waiting run of the same and keeps it waiting until this transaction ends, so that it sees what this transaction commits.
-- in: job, subject, argument
-- out: id; no row if it has meanwhile begun
-- safe to repeat: yes
select id
from jobs.job_run
where job = :job
    and subject = :subject
    and argument = :argument
    and state = 'QUEUED'
for share
