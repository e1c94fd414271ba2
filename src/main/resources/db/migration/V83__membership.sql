comment on schema membership is 'The tier programme, growth value, and which tier users hold since when.';
create extension if not exists btree_gist;

-- A version of the programme. A draft is edited; what was published never changes. On any day the newest version whose day has come decides.
create table membership.programme (
  version int primary key check (version > 0),
  state text not null check (state in ('DRAFT', 'PUBLISHED')),
  effective_on date,
  copy_of int,
  reach_window text not null check (reach_window in ('ROLLING', 'CALENDAR_YEAR', 'SINCE_TIER')),
  reach_days int not null check (reach_days between 1 and 3650),
  keep_window text not null check (keep_window in ('ROLLING', 'CALENDAR_YEAR', 'SINCE_TIER')),
  keep_days int not null check (keep_days between 1 and 3650),
  refunds text not null check (refunds in ('AT_ONCE', 'AT_DUE')),
  order_factor numeric(8, 4) not null check (order_factor between 0 and 1000),
  created_at timestamptz not null,
  published_at timestamptz,
  published_by text,
  check ((state = 'PUBLISHED') = (effective_on is not null)),
  check ((state = 'PUBLISHED') = (published_at is not null))
);
create unique index programme_one_draft on membership.programme (state) where state = 'DRAFT';
comment on column membership.programme.order_factor is 'Growth value for one unit of the currency.';
comment on column membership.programme.refunds is 'Whether a refund may take a tier away at once, or only its due date.';

-- What activity brings, beside orders.
create table membership.activity_rule (
  version int not null references membership.programme on delete cascade,
  type text not null check (length(type) between 1 and 60),
  growth int not null check (growth between 1 and 1000000),
  daily_cap int check (daily_cap > 0),
  monthly_cap int check (monthly_cap > 0),
  primary key (version, type)
);

create table membership.tier (
  id bigint generated always as identity primary key,
  version int not null references membership.programme on delete cascade,
  tier_no int not null check (tier_no > 0),
  rank int not null check (rank between 1 and 12),
  name_en text not null check (length(name_en) between 1 and 40),
  name_zh text not null check (length(name_zh) between 1 and 40),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  entry_join text not null check (entry_join in ('ALL', 'ANY')),
  entry_growth bigint check (entry_growth > 0),
  entry_spend bigint check (entry_spend > 0),
  entry_orders int check (entry_orders > 0),
  entry_active_days int check (entry_active_days > 0),
  keep_join text not null check (keep_join in ('ALL', 'ANY')),
  keep_growth bigint check (keep_growth > 0),
  keep_spend bigint check (keep_spend > 0),
  keep_orders int check (keep_orders > 0),
  keep_active_days int check (keep_active_days > 0),
  validity_months int check (validity_months between 1 and 120),
  grace_days int not null check (grace_days between 0 and 180),
  at_due text not null check (at_due in ('ONE_STEP', 'EARNED', 'FLOOR')),
  floor_rank int not null check (floor_rank between 1 and 12),
  points_multiplier numeric(4, 2) not null check (points_multiplier between 0 and 99),
  unique (version, rank),
  unique (version, tier_no),
  check (floor_rank <= rank),
  check (rank > 1 or num_nonnulls(entry_growth, entry_spend, entry_orders, entry_active_days) = 0 and validity_months is null),
  check (rank = 1 or num_nonnulls(entry_growth, entry_spend, entry_orders, entry_active_days) > 0)
);
comment on table membership.tier is 'The tiers of each version. Everybody has at least the one of rank 1.';
comment on column membership.tier.tier_no is 'Which tier it is through all versions, whatever its rank.';
comment on column membership.tier.keep_join is 'A rule for keeping without any threshold is the one for entry.';
comment on column membership.tier.validity_months is 'How long a term lasts; null is for good.';
comment on column membership.tier.floor_rank is 'How deep one may fall at the due date where at_due is FLOOR.';

-- Growth value: what came in and went out, in the order it was written. Append-only. The entries of one fact add up to what it is worth.
create sequence membership.growth_run;
create sequence membership.growth_entry_number cache 1000;
create table membership.growth_entry (
  user_id bigint not null,
  day date not null,
  entry_id bigint not null default nextval('membership.growth_entry_number'),
  source text not null check (source in ('ORDER', 'REFUND', 'ACTIVITY', 'ADJUST')),
  type text not null default '',
  ref bigint not null,
  run_id bigint not null,
  amount bigint not null check (amount <> 0),
  reason text check (length(reason) between 1 and 300),
  by_name text,
  at timestamptz not null,
  primary key (user_id, day, entry_id) include (amount),
  unique (user_id, source, type, ref, run_id),
  check ((source = 'ADJUST') = (reason is not null)),
  check ((source = 'ADJUST') = (by_name is not null))
);
comment on column membership.growth_entry.day is 'The business day it counts on.';
comment on column membership.growth_entry.ref is 'Of an order or a refund its number with us; of activity the day as days since 2000-01-01; of an adjustment the number of its form.';
comment on column membership.growth_entry.run_id is 'Which run wrote it: a run answers each fact once.';
create function membership.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger of growth value is append-only';
end
$$;
create trigger append_only before update on membership.growth_entry for each row
  when ((old.day, old.entry_id, old.source, old.type, old.ref, old.run_id, old.amount, old.reason, old.by_name, old.at)
    is distinct from (new.day, new.entry_id, new.source, new.type, new.ref, new.run_id, new.amount, new.reason, new.by_name, new.at))
  execute function membership.refuse_change();

-- A tier a manager gave somebody, with the reason.
create table membership.manual_tier (
  user_id bigint not null,
  manual_id bigint generated always as identity,
  tier_no int not null,
  from_on date not null,
  until_on date not null,
  reason text not null check (length(reason) between 1 and 300),
  by_name text not null,
  at timestamptz not null,
  primary key (user_id, manual_id),
  check (from_on < until_on)
);
comment on column membership.manual_tier.until_on is 'The day after the last.';

-- Which tier users held when: a row for each term. A term that was prolonged is followed by another of the same tier.
create table membership.tier_history (
  user_id bigint not null,
  during daterange not null check (not isempty(during) and lower_inc(during) and not lower_inf(during)),
  starts_on date not null,
  tier_id bigint not null,
  from_tier_id bigint,
  cause text not null check (cause in ('START', 'UP', 'KEPT', 'DOWN', 'REFUND', 'MANUAL', 'MANUAL_END', 'PROGRAMME', 'MERGED')),
  since date not null,
  term_from date not null,
  due_on date,
  decide_on date,
  manual_id bigint,
  back_tier_id bigint,
  back_due_on date,
  primary key (user_id, starts_on),
  constraint tier_history_no_overlap exclude using gist (user_id with =, during with &&),
  check (starts_on = lower(during)),
  check ((due_on is null) = (decide_on is null)),
  check (due_on <= decide_on),
  check (decide_on > starts_on)
);
comment on column membership.tier_history.from_tier_id is 'The tier before, where it was another one of the same version.';
comment on column membership.tier_history.since is 'From which day on the user has held this tier, through all its terms.';
comment on column membership.tier_history.due_on is 'The first day the term no longer covers; null is for good.';
comment on column membership.tier_history.decide_on is 'The due date and the days of grace: on this day it is decided by all before it.';
comment on column membership.tier_history.back_tier_id is 'What a manual tier took the place of, and until when that was due.';
create index tier_history_moves on membership.tier_history (starts_on) include (tier_id, from_tier_id, cause) where from_tier_id is not null;

-- Where every user stands now: the open row of the history, and the growth value of the day.
create table membership.standing (
  user_id bigint primary key,
  tier_id bigint not null,
  growth_value bigint not null,
  growth_total bigint not null,
  since date not null,
  due_on date,
  starts_on date not null,
  term_from date not null,
  decide_on date,
  cause text not null
) with (fillfactor = 80);
comment on column membership.standing.growth_value is 'What counts towards tiers: the sum of the entries in the window of the programme.';
comment on column membership.standing.growth_total is 'The sum of all entries up to the day.';
create index standing_tier on membership.standing (tier_id, user_id);
create index standing_decide on membership.standing (decide_on) where decide_on is not null;

-- The facts of the window, user by user, as the last evaluation saw them; a draft is tried on them. Can be made again.
create unlogged table membership.figure (
  user_id bigint not null,
  growth bigint not null,
  growth_total bigint not null,
  spend bigint not null,
  orders int not null,
  active_days int not null,
  earned_rank int not null
);

-- What one step of an evaluation decided, on its way into the history.
create unlogged table membership.decision (
  user_id bigint primary key,
  starts_on date not null,
  tier_id bigint not null,
  from_tier_id bigint,
  cause text not null,
  since date not null,
  term_from date not null,
  due_on date,
  decide_on date,
  manual_id bigint,
  back_tier_id bigint,
  back_due_on date
);

-- How many users stood in which tier after each day's evaluation.
create table membership.day_count (
  day date not null,
  tier_id bigint not null,
  users bigint not null check (users > 0),
  net_amount bigint not null,
  primary key (day, tier_id)
);
comment on column membership.day_count.net_amount is 'What these users spent, less refunds, in the window of the programme; minor units.';

-- What the standing was last made with; no row before the first evaluation.
create table membership.current (
  only_one boolean primary key default true check (only_one),
  as_of date not null,
  version int not null,
  refreshed_at timestamptz not null,
  duration_ms bigint not null check (duration_ms >= 0)
);
