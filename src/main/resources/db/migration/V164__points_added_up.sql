-- What all ledgers say together, as it was added up last, for ledgers that are too long to be added up while somebody waits for a page.
create table points.flow (
  month date not null,
  kind text not null,
  up boolean not null,
  source text not null,
  entries bigint not null,
  amount bigint not null,
  primary key (month, kind, up, source)
);
create table points.outstanding (
  only_one boolean primary key default true check (only_one),
  as_of date not null,
  added_up_at timestamptz not null,
  present bigint not null,
  available bigint not null,
  pending bigint not null,
  users bigint not null,
  debt bigint not null,
  debtors bigint not null
);
create table points.expiring (
  month date,
  users bigint not null,
  lots bigint not null,
  amount bigint not null,
  unique nulls not distinct (month)
);
comment on column points.expiring.month is 'The first day of the month it expires in; null is for good.';

-- Where ledger, lots and debts did not tell the same when they were compared last.
create table points.drift (
  user_id bigint not null,
  what text not null,
  kept bigint not null,
  expected bigint not null
);
create table points.compared (
  only_one boolean primary key default true check (only_one),
  at timestamptz not null
);
