-- Empty tables for the references, made before their time is taken.
drop schema if exists bench cascade;
create schema bench;
create table bench.users (
  user_id bigint generated always as identity primary key,
  external_id text not null unique,
  name text,
  phone text,
  email text,
  gender text,
  birthday date,
  province text,
  city text,
  channel text,
  registered_at timestamptz
);
create table bench.orders (
  order_id bigint generated always as identity primary key,
  order_no text not null unique,
  external_id text not null,
  paid_at timestamptz not null,
  amount numeric(14, 2) not null,
  channel text
);
create table bench.user_metrics (like metrics.user_metrics);
alter table bench.user_metrics add primary key (user_id);
create unlogged table bench.score (
  user_id bigint not null,
  recency_days int not null,
  orders int not null,
  net bigint not null,
  r smallint not null,
  f smallint not null,
  m smallint not null,
  class_code text not null,
  group_code text not null
);
