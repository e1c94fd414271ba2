-- What users earn points for by themselves: a rule looks at orders, or at one type of activity, for ever.
create table points.earning_rule (
  rule_id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 60),
  activity text check (length(activity) between 1 and 100),
  created_at timestamptz not null
);
comment on column points.earning_rule.activity is 'The type of activity it looks at; null is orders.';

-- What a rule gives, from a business day on, until a later version or its own last day.
create table points.earning_version (
  rule_id bigint not null references points.earning_rule,
  version int not null check (version > 0),
  valid_from date not null,
  valid_until date,
  points bigint not null check (points between 1 and 1000000),
  per_amount bigint check (per_amount > 0),
  first_bonus bigint not null check (first_bonus between 0 and 1000000),
  birthday_percent int not null check (birthday_percent between 100 and 1000),
  day_cap bigint check (day_cap > 0),
  month_cap bigint check (month_cap > 0),
  total_cap bigint check (total_cap > 0),
  available_after int not null check (available_after between 0 and 365),
  expiry_policy text not null check (expiry_policy in ('NEVER', 'DAYS', 'END_OF_MONTH', 'END_OF_YEAR', 'ON_DAY')),
  expiry_number int,
  expiry_day date,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (rule_id, version),
  check (valid_until >= valid_from),
  check ((expiry_policy in ('DAYS', 'END_OF_MONTH', 'END_OF_YEAR')) = (expiry_number is not null)),
  check ((expiry_policy = 'ON_DAY') = (expiry_day is not null))
);
comment on column points.earning_version.per_amount is 'Minor units an order gives the points for, each time; null where an activity gives them.';

-- Which facts a rule has looked at, and what they brought: each once.
create table points.earned_fact (
  user_id bigint not null,
  rule_id bigint not null,
  fact_id bigint not null,
  version int not null,
  day date not null,
  amount bigint not null check (amount >= 0),
  entry_id bigint,
  taken_back bigint not null default 0,
  refunded boolean not null default false,
  gone boolean not null default false,
  primary key (user_id, rule_id, fact_id),
  check ((entry_id is null) = (amount = 0)),
  check (taken_back between 0 and amount)
);
comment on column points.earned_fact.fact_id is 'The order or the activity.';
comment on column points.earned_fact.gone is 'The fact is no longer there, since its import was undone; it counts towards no limit.';

-- What became of what each rule gave, as it was last added up.
create table points.rule_figures (
  rule_id bigint primary key references points.earning_rule,
  as_of date not null,
  users bigint not null,
  facts bigint not null,
  issued bigint not null,
  taken_back bigint not null,
  redeemed bigint not null,
  revenue bigint not null
);
comment on column points.rule_figures.redeemed is 'What of it was spent, less what was given back.';
comment on column points.rule_figures.revenue is 'Minor units: the orders it gave points for, less what was refunded on them; 0 where an activity gave them.';
