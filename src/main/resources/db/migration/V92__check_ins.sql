-- What users get for checking in day after day; no row before a manager says so.
create table points.check_in_ladder (
  only_one boolean primary key default true check (only_one),
  steps bigint[] not null check (cardinality(steps) between 1 and 365 and 0 < all (steps)),
  after_last text not null check (after_last in ('STAY', 'RESTART')),
  expires_after int check (expires_after between 0 and 36500),
  changed_at timestamptz not null,
  changed_by text not null
);
comment on column points.check_in_ladder.steps is 'Points of the first, second, … day in a row.';
comment on column points.check_in_ladder.after_last is 'Whether days after the last step get what it gives, or climb anew.';

-- Who checked in when; once a business day.
create table points.check_in (
  user_id bigint not null,
  day date not null,
  streak int not null check (streak > 0),
  amount bigint not null check (amount > 0),
  by_name text not null,
  primary key (user_id, day)
);
create index check_in_day on points.check_in using brin (day);

-- How much of an order points may pay.
alter table points.setting add column cash_percent int not null default 0 check (cash_percent between 0 and 100);
comment on column points.setting.cash_percent is 'How many percent of an order may be paid with points; 0 is none of it.';
