-- Empty tables for the references of tiers and points, made before their time is taken.
create schema if not exists bench;
drop table if exists bench.tier;
create unlogged table bench.tier (
  user_id bigint not null,
  rank int not null
);
drop table if exists bench.entry;
create table bench.entry (
  user_id bigint not null,
  entry_id bigint not null,
  kind text not null,
  amount bigint not null,
  day date not null,
  at timestamptz not null,
  source text not null,
  reason text not null,
  by_name text not null,
  primary key (user_id, entry_id)
);
drop table if exists bench.posted, bench.lot, bench.earned_fact;
create table bench.posted (like bench.entry including all);
create table bench.lot (
  user_id bigint not null,
  lot_id bigint not null,
  amount bigint not null,
  remaining bigint not null,
  expired bigint not null,
  available_from date not null,
  expires_on date,
  primary key (user_id, lot_id)
);
create table bench.earned_fact (
  user_id bigint not null,
  rule_id bigint not null,
  fact_id bigint not null,
  version int not null,
  day date not null,
  amount bigint not null,
  entry_id bigint,
  primary key (user_id, rule_id, fact_id)
)
