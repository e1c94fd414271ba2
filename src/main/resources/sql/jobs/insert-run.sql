-- Puts a run into the queue unless the same is waiting there already.
-- in: job, subject, argument, requested_by, now
-- out: id of the new run; no row if the same is waiting
-- safe to repeat: yes, the same waits once
insert into jobs.job_run (job, subject, argument, state, requested_by, queued_at)
values (:job, :subject, :argument, 'QUEUED', :requested_by, :now)
on conflict (job, subject, argument) where state = 'QUEUED' do nothing
returning id
