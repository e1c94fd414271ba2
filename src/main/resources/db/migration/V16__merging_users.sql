-- Two entries that turned out to be one person: what the one that is gone said, and who stands for it now. Append-only.
create table users.merge_record (
  absorbed_id bigint primary key,
  survivor_id bigint not null check (survivor_id <> absorbed_id),
  created_by bigint not null,
  absorbed jsonb not null,
  filled jsonb not null,
  merged_by text not null,
  merged_at timestamptz not null
);
comment on column users.merge_record.created_by is 'The intake that had made the absorbed user known.';
comment on column users.merge_record.absorbed is 'Every value of the absorbed user.';
comment on column users.merge_record.filled is 'Which of them the survivor took over, having had none.';
create index merge_record_survivor on users.merge_record (survivor_id);
