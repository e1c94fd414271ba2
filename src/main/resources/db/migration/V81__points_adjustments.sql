-- What admins decide about points; no row before the first change.
create table points.setting (
  only_one boolean primary key default true check (only_one),
  adjustment_limit bigint not null check (adjustment_limit >= 0),
  per_unit bigint not null check (per_unit > 0),
  changed_at timestamptz not null,
  changed_by text not null
);
comment on column points.setting.adjustment_limit is 'How much one manager may adjust one user by on one business day without a second.';
comment on column points.setting.per_unit is 'So many points are worth one unit of the currency.';

-- Adjustments that wait for a second manager, and what became of them.
create table points.adjustment_request (
  user_id bigint not null,
  request_id bigint generated always as identity,
  form_key uuid not null unique,
  amount bigint not null check (amount <> 0),
  reason text not null check (length(reason) between 1 and 300),
  expires_on date,
  requested_by bigint not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  state text not null default 'PENDING' check (state in ('PENDING', 'APPROVED', 'DECLINED')),
  decided_by bigint,
  decided_by_name text,
  decided_at timestamptz,
  primary key (user_id, request_id),
  unique (request_id),
  check (decided_by <> requested_by),
  check ((state = 'PENDING') = (decided_by is null)),
  check ((decided_by is null) = (decided_by_name is null) and (decided_by is null) = (decided_at is null))
);
create index adjustment_request_state on points.adjustment_request (state, request_id);
