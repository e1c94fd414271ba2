comment on schema lifecycle is 'Where users stand in their life with us, both ways, with its history.';

-- A ruler: from which day of silence, age or frequency on a user stands where. Dated and never edited; a change is a new version.
create table lifecycle.thresholds (
  thresholds_id bigint generated always as identity primary key,
  version int not null unique check (version > 0),
  valid_from date not null,
  created_at timestamptz not null,
  new_days int not null check (new_days between 1 and 3650),
  returned_days int not null check (returned_days between 1 and 3650),
  slip_factor numeric(6, 2) not null check (slip_factor >= 1),
  dormant_factor numeric(6, 2) not null check (dormant_factor <= 100),
  dormant_days int not null,
  lost_days int not null check (lost_days <= 3650),
  mature_orders int not null check (mature_orders between 2 and 1000),
  window_days int not null check (window_days between 1 and 3650),
  check (slip_factor < dormant_factor),
  check (new_days <= dormant_days),
  check (dormant_days < lost_days)
);
comment on column lifecycle.thresholds.valid_from is 'The first day it decides. On any day the newest version whose day has come decides.';

-- Where every user stands from which day on, half-open, without holes or overlaps: the ranges of a user are made from their starts. Those
-- that begin after the last order are what will be if nothing is bought.
create table lifecycle.stage_range (
  user_id bigint not null,
  since date not null,
  until date not null,
  stage text not null check (stage in ('PROSPECT', 'NEW', 'GROWING', 'MATURE', 'SLIPPING', 'DORMANT', 'LOST', 'RETURNED')),
  from_stage text check (from_stage in ('PROSPECT', 'NEW', 'GROWING', 'MATURE', 'SLIPPING', 'DORMANT', 'LOST', 'RETURNED')),
  from_days int check (from_days > 0),
  primary key (user_id, since),
  check (since < until),
  check (from_stage <> stage),
  check ((from_stage is null) = (from_days is null))
);
comment on column lifecycle.stage_range.until is 'The day after the last; infinity where nothing but an order ends it.';
comment on column lifecycle.stage_range.from_days is 'How many days the user was in the stage before.';
-- Who moved between two days: everything pages ask about moves stands in the index itself.
create index stage_range_since on lifecycle.stage_range (since) include (user_id, stage, from_stage, from_days);

-- The ranges of all users, or of those one intake touched, on their way.
create unlogged table lifecycle.computed_range (like lifecycle.stage_range);

-- How many users went from which stage to which on which day; from nowhere where they came to us. All counts of any day are sums of it.
create table lifecycle.day_moves (
  day date not null,
  from_stage text,
  stage text not null,
  users bigint not null,
  unique nulls not distinct (day, from_stage, stage)
);

-- What the ranges were last made with, and the pyramid as of the day the figures are about; no row before the first run.
create table lifecycle.current (
  only_one boolean primary key default true check (only_one),
  as_of date not null,
  version int not null,
  refreshed_at timestamptz not null,
  duration_ms bigint not null check (duration_ms >= 0),
  members bigint not null check (members >= 0)
);
comment on column lifecycle.current.members is 'Users who ordered twice or more.';
