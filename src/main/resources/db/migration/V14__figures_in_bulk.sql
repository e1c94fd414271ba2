-- What a user's row must hold so that the figures of days and periods follow from the rows that change, not from all facts.
alter table metrics.user_metrics
  add column registered_on date,
  add column bought_in int not null default 0,
  add column repeated_in int not null default 0;
comment on column metrics.user_metrics.bought_in is 'A bit for each preset period and the one before it: whether there is an order in it.';
comment on column metrics.user_metrics.repeated_in is 'The same: whether there is an order in it that is not the user''s first.';

-- How many users have which bits.
create table metrics.period_bits (
  bought_in int not null,
  repeated_in int not null,
  users bigint not null,
  primary key (bought_in, repeated_in)
);

-- The figures of the users one intake touched, on their way into user_metrics.
create unlogged table metrics.touched_figures (like metrics.user_metrics);

-- Intakes whose facts the figures of days hold already; adding them again would count them twice.
create table metrics.counted_intake (
  intake_id bigint primary key
);

alter table metrics.current add column undated_users bigint not null default 0;
comment on column metrics.current.undated_users is 'Users whose day of registration nobody knows: they count as users on every day, as new on none.';

-- What was kept before knows nothing of bits; the next refresh is one of all users.
delete from metrics.current;
