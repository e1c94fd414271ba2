-- How many rows come in and go out again. Bulk tables carry no foreign keys: PostgreSQL would check them row by row, which costs more
-- than all the rest; the statements that write them join on what they refer to, under the registry's lock (docs/adr/0008).

-- Registry -----------------------------------------------------------------------------------------------------------------------
alter table users.users
  add column created_by bigint,
  add column withdrawn boolean not null default false;
update users.users set created_by = touched_by;
alter table users.users alter column created_by set not null;
comment on column users.users.created_by is 'The intake that made the user known.';
comment on column users.users.withdrawn is 'The intake that made the user known was undone; the user is here only because of what came after, and goes with it.';
-- Rows of one intake lie side by side, so a range of pages is all it takes to find them.
drop index users.users_touched_by;
create index users_touched_by on users.users using brin (touched_by) with (pages_per_range = 16);
create index users_created_by on users.users using brin (created_by) with (pages_per_range = 16);
create index users_withdrawn on users.users (user_id) where withdrawn;

alter table users.identity
  drop constraint identity_user_id_fkey,
  add column alias boolean not null default false;
comment on column users.identity.alias is 'Of a user merged into this one: still recognised, no longer in a column of users.users.';
drop index users.identity_user;
create index identity_alias on users.identity (user_id) where alias;

-- What each intake changed of users that were known before it, value by value, for as long as it can be undone.
create table users.user_change (
  user_id bigint not null,
  change_id bigint generated always as identity,
  intake_id bigint not null,
  line_no bigint not null,
  before jsonb not null,
  after jsonb not null,
  was_demo boolean not null,
  was_touched_by bigint not null,
  was_updated_at timestamptz not null,
  primary key (user_id, change_id)
);
create index user_change_intake on users.user_change using brin (intake_id) with (pages_per_range = 16);

-- Users of an undone intake that are still here, or not as they were, and why.
create table users.undo_remainder (
  intake_id bigint not null,
  user_id bigint not null,
  outcome text not null check (outcome in ('KEPT', 'FAILED')),
  reason text not null,
  fact text,
  primary key (intake_id, user_id)
);

-- Users that another module cannot do without; told while an intake is undone.
create unlogged table users.undo_hold (
  intake_id bigint not null,
  user_id bigint not null,
  reason text not null
);

-- While an intake is undone: the users that go with it, and what becomes of each value it changed of those that stay.
create unlogged table users.undo_leaver (
  intake_id bigint not null,
  user_id bigint not null,
  created boolean not null
);
create unlogged table users.undo_cell (
  intake_id bigint not null,
  user_id bigint not null,
  change_id bigint not null,
  cell text not null,
  was jsonb,
  became jsonb,
  outcome text not null check (outcome in ('RESTORED', 'KEPT', 'FAILED')),
  later_change_id bigint
);

-- Grows with everything written to the registry or about its users: what was compared before it grew is compared again.
create table users.revision (
  only_one boolean primary key default true check (only_one),
  revision bigint not null
);

-- Staged rows: a part of its own for each intake, so that forgetting it is dropping a table, and no statement meets another's rows.
drop table users.intake_row;
create table users.intake_row (
  intake_id bigint not null,
  line_no bigint not null,
  external_id text,
  name text,
  phone text,
  email text,
  gender text,
  birthday date,
  province text,
  city text,
  channel text,
  registered_at timestamptz,
  attributes jsonb,
  attributes_if_missing jsonb,
  maybe_repeated boolean not null
) partition by list (intake_id);
comment on table users.intake_row is 'Rows of a file on their way in; each can be made again from the file, so no part is logged.';

-- What comparing found of the rows that do not simply create a user.
create table users.intake_verdict (
  intake_id bigint not null,
  line_no bigint not null,
  outcome text not null check (outcome in ('UPDATED', 'UNCHANGED', 'REJECTED')),
  user_id bigint,
  matched_by text check (matched_by in ('EXTERNAL_ID', 'PHONE', 'EMAIL')),
  reason text,
  reason_fact text,
  other_user_id bigint,
  primary key (intake_id, line_no),
  check ((outcome = 'REJECTED') = (reason is not null))
) partition by list (intake_id);

-- Which comparison the verdicts are of: how the rows were to be taken, and the registry's revision.
create table users.intake_comparison (
  intake_id bigint primary key,
  terms text not null,
  revision bigint not null
);

-- Identities that a file itself takes from their users by giving them others: its other rows may claim them.
create unlogged table users.intake_release (
  intake_id bigint not null,
  kind text not null,
  value text not null,
  primary key (intake_id, kind, value)
);

-- Users that rows of another kind mention.
drop table users.intake_reference;
create unlogged table users.intake_reference (
  intake_id bigint not null,
  external_id text,
  phone text,
  email text,
  seen_at timestamptz not null,
  channel text
);

-- Values that more than one staged row gives.
create unlogged table users.intake_repeat (
  intake_id bigint not null,
  kind text not null,
  value text not null
);

-- Facts --------------------------------------------------------------------------------------------------------------------------
drop table activity.order_number;
alter table activity.order_fact
  drop constraint order_fact_user_id_fkey,
  drop constraint order_fact_pkey,
  -- Holds all that figures are summed from, so that they are read from it alone and in the order of users.
  add constraint order_fact_pkey primary key (user_id, paid_at, order_id) include (kind, amount);
drop index activity.order_fact_paid_at;
drop index activity.order_fact_intake;
create index order_fact_paid_at on activity.order_fact using brin (paid_at) with (pages_per_range = 32);
create index order_fact_intake on activity.order_fact using brin (intake_id) with (pages_per_range = 32);
alter table activity.behaviour drop constraint behaviour_user_id_fkey;

create table activity.order_number (
  order_no text not null,
  kind text not null check (kind in ('ORDER', 'REFUND')),
  source text not null,
  user_id bigint not null,
  intake_id bigint not null,
  constraint order_number_pkey primary key (order_no, kind, source)
);
comment on table activity.order_number is 'What makes an order number count once within its source. An order and its refund may bear the same number.';
create index order_number_intake on activity.order_number using brin (intake_id) with (pages_per_range = 32);
insert into activity.order_number (order_no, kind, source, user_id, intake_id)
select order_no, kind, source, user_id, intake_id
from activity.order_fact
order by order_no, kind, source;

-- What each intake brought, in one row.
create table activity.order_intake (
  intake_id bigint primary key,
  orders bigint not null check (orders >= 0),
  refunds bigint not null check (refunds >= 0),
  last_order_at timestamptz
);
insert into activity.order_intake (intake_id, orders, refunds, last_order_at)
select intake_id, count(*) filter (where kind = 'ORDER'), count(*) filter (where kind = 'REFUND'), max(paid_at) filter (where kind = 'ORDER')
from activity.order_fact
group by intake_id;

drop table activity.intake_row;
create table activity.intake_row (
  intake_id bigint not null,
  line_no bigint not null,
  kind text not null,
  order_no text not null,
  external_id text,
  phone text,
  email text,
  paid_at timestamptz not null,
  amount bigint not null,
  channel text,
  maybe_repeated boolean not null
) partition by list (intake_id);
comment on table activity.intake_row is 'Orders and refunds of a file on their way in; each can be made again from the file, so no part is logged.';

create table activity.intake_verdict (
  intake_id bigint not null,
  line_no bigint not null,
  outcome text not null check (outcome in ('CREATED', 'UNCHANGED', 'REJECTED')),
  user_id bigint,
  matched_by text check (matched_by in ('EXTERNAL_ID', 'PHONE', 'EMAIL')),
  reason text,
  reason_fact text,
  other_user_id bigint,
  primary key (intake_id, line_no),
  check ((outcome = 'REJECTED') = (reason is not null))
) partition by list (intake_id);

-- Which comparison the verdicts are of, and how many rows found their user by which identity.
create table activity.intake_comparison (
  intake_id bigint primary key,
  terms text not null,
  revision bigint not null,
  by_external_id bigint not null,
  by_phone bigint not null,
  by_email bigint not null
);

-- Order numbers that more than one staged row gives.
create unlogged table activity.intake_repeat (
  intake_id bigint not null,
  kind text not null,
  order_no text not null
);
alter sequence activity.order_id cache 1000;

-- Parts of staged rows ---------------------------------------------------------------------------------------------------------------
-- Makes the parts of one intake, or empties them. They are attached, not created in place, so that no other intake waits.
create function shared.open_parts(p_schema text, p_tables text[], p_intake bigint) returns void
language plpgsql
as $$
declare
  parent text;
  part text;
begin
  foreach parent in array p_tables loop
    part := parent || '_' || p_intake;
    if to_regclass(format('%I.%I', p_schema, part)) is null then
      execute format('create unlogged table %I.%I (like %I.%I including all)', p_schema, part, p_schema, parent);
      execute format('alter table %I.%I attach partition %I.%I for values in (%s)', p_schema, parent, p_schema, part, p_intake);
    else
      execute format('truncate %I.%I', p_schema, part);
    end if;
  end loop;
end
$$;

-- Empties the parts of one intake at once, and drops them where that means waiting for nobody; an empty part that stays is used again.
create function shared.drop_parts(p_schema text, p_tables text[], p_intake bigint) returns void
language plpgsql
as $$
declare
  parent text;
  part text;
  patience text := current_setting('lock_timeout');
begin
  foreach parent in array p_tables loop
    part := parent || '_' || p_intake;
    if to_regclass(format('%I.%I', p_schema, part)) is not null then
      execute format('truncate %I.%I', p_schema, part);
      begin
        perform set_config('lock_timeout', '50ms', true);
        execute format('drop table %I.%I', p_schema, part);
      exception when lock_not_available then
        null;
      end;
      perform set_config('lock_timeout', patience, true);
    end if;
  end loop;
end
$$;

-- Lets the planner know how many rows were just staged; without, it plans for a handful and takes hours over a million.
create function shared.analyze_parts(p_schema text, p_tables text[], p_intake bigint) returns void
language plpgsql
as $$
declare
  parent text;
begin
  foreach parent in array p_tables loop
    execute format('analyze %I.%I', p_schema, parent || '_' || p_intake);
  end loop;
end
$$;
