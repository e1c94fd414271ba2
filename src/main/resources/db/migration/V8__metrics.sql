-- One row of figures per user as of one business day, kept from the facts. No foreign key: the refresh itself drops users that are gone.
create table metrics.user_metrics (
  user_id bigint primary key,
  first_order_on date,
  last_order_on date,
  orders int not null check (orders >= 0),
  refunds int not null check (refunds >= 0),
  net_amount bigint not null,
  refund_amount bigint not null check (refund_amount >= 0),
  median_gap_days numeric(7, 1) check (median_gap_days > 0),
  window_last_order_on date,
  window_orders int not null check (window_orders >= 0),
  window_net bigint not null,
  check ((first_order_on is null) = (orders = 0)),
  check ((last_order_on is null) = (orders = 0)),
  check ((window_last_order_on is null) = (window_orders = 0))
);
comment on column metrics.user_metrics.median_gap_days is 'Median of the days between consecutive distinct order dates; null below two dates.';
create index user_metrics_net_amount on metrics.user_metrics (net_amount);

-- Which day and window the rows above are about; no row before the first refresh.
create table metrics.current (
  only_one boolean primary key default true check (only_one),
  as_of date not null,
  window_days int not null check (window_days > 0),
  refreshed_at timestamptz not null,
  duration_ms bigint not null check (duration_ms >= 0)
);

create table metrics.day_figures (
  day date primary key,
  new_users int not null check (new_users >= 0),
  orders int not null check (orders >= 0),
  refunds int not null check (refunds >= 0),
  gross bigint not null check (gross >= 0),
  refunded bigint not null check (refunded >= 0)
);

-- The figures of the periods people look at every day, so that no page computes them.
create table metrics.period_figures (
  from_on date not null,
  until_on date not null,
  users bigint not null,
  new_users bigint not null,
  orders bigint not null,
  refunds bigint not null,
  buyers bigint not null,
  repeat_buyers bigint not null,
  gross bigint not null,
  refunded bigint not null,
  primary key (from_on, until_on),
  check (from_on <= until_on),
  check (repeat_buyers <= buyers)
);
comment on column metrics.period_figures.until_on is 'The day after the last.';
