create table jobs.job_run (
    id bigint generated always as identity primary key,
    job text not null,
    subject text not null,
    argument text not null,
    state text not null check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    requested_by text not null,
    queued_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    heartbeat_at timestamptz,
    attempts int not null default 0,
    phase text not null default '',
    phase_started_at timestamptz,
    done bigint not null default 0,
    total bigint not null default 0,
    error text,
    error_facts jsonb not null default '[]',
    error_reference text,
    constraint over_has_end check ((state in ('SUCCEEDED', 'FAILED')) = (finished_at is not null)),
    constraint begun_has_start check (state = 'QUEUED' or started_at is not null),
    constraint failed_says_why check ((state = 'FAILED') = (error is not null or error_reference is not null))
);
comment on table jobs.job_run is 'Background work: what waits, what runs, and what became of the rest.';
comment on column jobs.job_run.attempts is 'How often it was begun. Also tells a process that lost its run from the one that has it.';

create unique index job_run_waits_once on jobs.job_run (job, subject, argument) where state = 'QUEUED';
create index job_run_not_over on jobs.job_run (job, id) where state in ('QUEUED', 'RUNNING');
create index job_run_subject on jobs.job_run (job, subject, id desc);
create index job_run_state on jobs.job_run (state, id desc);

-- The scheduler library's own table.
create table jobs.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on jobs.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on jobs.scheduled_tasks (last_heartbeat);
