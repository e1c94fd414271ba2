-- One row per user with all that lists can show, sort and filter by; no personal data. No foreign key: the refresh itself drops
-- users that are gone.
create table profiles.profile (
  user_id bigint primary key,
  registered_on date,
  channel text,
  province text,
  city text,
  gender text,
  demo boolean not null,
  first_order_on date,
  last_order_on date,
  orders int not null check (orders >= 0),
  refunds int not null check (refunds >= 0),
  net_amount bigint not null,
  window_orders int not null,
  window_net bigint not null,
  median_gap_days numeric(7, 1),
  recency_days int,
  r smallint check (r between 1 and 5),
  f smallint check (f between 1 and 5),
  m smallint check (m between 1 and 5),
  class_code text,
  group_code text,
  from_class text,
  check ((class_code is null) = (group_code is null and r is null and f is null and m is null))
);
comment on column profiles.profile.recency_days is 'Days from the last order, ever, to the day the figures are about.';
comment on column profiles.profile.class_code is 'In the snapshot users stand by; null where the user is not scored in it.';
comment on column profiles.profile.from_class is 'In the snapshot before that one; NONE where not scored in it, null where there is none.';

-- What lists are sorted by. A missing date counts as the earliest, so that every row has a place to continue from.
create index profile_registered_on on profiles.profile ((coalesce(registered_on, date '0001-01-01')), user_id);
create index profile_last_order_on on profiles.profile ((coalesce(last_order_on, date '0001-01-01')), user_id);
create index profile_orders on profiles.profile (orders, user_id);
create index profile_net_amount on profiles.profile (net_amount, user_id);
-- What lists are filtered by most: the classes and groups of the RFM page.
create index profile_class on profiles.profile (class_code, net_amount, user_id);
create index profile_group on profiles.profile (group_code, net_amount, user_id);
