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
)
