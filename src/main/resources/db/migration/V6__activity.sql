-- Facts about users. Append-only: an order that was wrong is answered by a refund, never edited.
create sequence activity.order_id;

create table activity.order_fact (
  user_id bigint not null references users.users on delete cascade,
  order_id bigint not null default nextval('activity.order_id'),
  kind text not null check (kind in ('ORDER', 'REFUND')),
  source text not null,
  order_no text not null check (order_no <> ''),
  paid_at timestamptz not null,
  amount bigint not null check (amount >= 0),
  channel text check (channel <> ''),
  demo boolean not null default false,
  intake_id bigint not null,
  primary key (user_id, order_id)
);
comment on column activity.order_fact.amount is 'Minor units of the one currency: what was paid for an order, what was given back by a refund.';
create index order_fact_paid_at on activity.order_fact (paid_at);
create index order_fact_intake on activity.order_fact (intake_id);

-- What makes an order number count once within its source. An order and its refund may bear the same number.
create table activity.order_number (
  source text not null,
  kind text not null check (kind in ('ORDER', 'REFUND')),
  order_no text not null,
  user_id bigint not null,
  order_id bigint not null,
  primary key (source, kind, order_no),
  foreign key (user_id, order_id) references activity.order_fact on delete cascade
);
create index order_number_order on activity.order_number (user_id, order_id);

create table activity.behaviour (
  user_id bigint not null references users.users on delete cascade,
  behaviour_id bigint generated always as identity,
  type text not null check (type <> ''),
  happened_at timestamptz not null,
  count int not null default 1 check (count > 0),
  demo boolean not null default false,
  intake_id bigint not null,
  primary key (user_id, behaviour_id)
);
create index behaviour_intake on activity.behaviour (intake_id);

-- Rows of a file on their way in; each can be made again from the file, so it is not logged.
create unlogged table activity.intake_row (
  intake_id bigint not null,
  line_no bigint not null,
  kind text not null,
  source text not null,
  order_no text not null,
  external_id text,
  phone text,
  email text,
  paid_at timestamptz not null,
  amount bigint not null,
  channel text,
  user_id bigint,
  matched_by text check (matched_by in ('EXTERNAL_ID', 'PHONE', 'EMAIL')),
  outcome text check (outcome in ('CREATED', 'UNCHANGED', 'REJECTED')),
  reason text,
  reason_fact text,
  primary key (intake_id, line_no)
);

create unlogged table activity.behaviour_row (
  intake_id bigint not null,
  external_id text not null,
  type text not null,
  happened_at timestamptz not null,
  count int not null
);
create index behaviour_row_intake on activity.behaviour_row (intake_id);
