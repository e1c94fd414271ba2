-- Refunds are found by the number of their order: a few of a hundred facts, so the index is small.
create index order_fact_refund on activity.order_fact (user_id, order_no) where kind = 'REFUND';

-- What is to be taken back, found once for all and worked off some users at a time. Can be found again, so it is not logged.
create unlogged table points.taking_back (
  run_id bigint not null,
  user_id bigint not null,
  rule_id bigint not null,
  fact_id bigint not null,
  why text not null check (why in ('REFUND', 'GONE')),
  at timestamptz,
  amount bigint check (amount > 0),
  found_at timestamptz not null,
  primary key (run_id, user_id, rule_id, fact_id)
);

create sequence points.taking_back_run;
