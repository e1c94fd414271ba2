-- What happened when, side by side in one row per user, so that how often or how much in any days is looked up and not counted: days in
-- order, and beside each what had come together up to and including it.
create table metrics.order_history (
  user_id bigint primary key,
  order_days date[] not null,
  spent bigint[] not null,
  refund_days date[] not null,
  refunded bigint[] not null,
  check (cardinality(order_days) = cardinality(spent) and cardinality(refund_days) = cardinality(refunded))
);
comment on column metrics.order_history.order_days is 'The business day of each order, the earliest first; a day with two orders stands there twice.';
comment on column metrics.order_history.spent is 'Minor units of all orders up to and including the one at the same place.';

create table metrics.behaviour_history (
  user_id bigint not null,
  type text not null,
  days date[] not null,
  times bigint[] not null,
  primary key (user_id, type),
  check (cardinality(days) = cardinality(times) and cardinality(days) > 0)
);
comment on column metrics.behaviour_history.days is 'The business days on which the user did it, the earliest first, each once.';
comment on column metrics.behaviour_history.times is 'How many times up to and including the day at the same place.';
create index behaviour_history_type on metrics.behaviour_history (type, user_id);

-- What rules ask for besides: whom one can reach, and birthdays without their year apart from it.
alter table profiles.profile
  add column has_phone boolean not null default false,
  add column has_email boolean not null default false,
  add column birth_year smallint,
  add column birthday smallint;
comment on column profiles.profile.birthday is 'Month times 100 plus day.';
