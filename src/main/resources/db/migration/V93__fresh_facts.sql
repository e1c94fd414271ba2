-- Facts a rule is about to give points for; can be found again, so it is not logged. Being counted, they are joined the right way.
create unlogged table points.fresh_fact (
  user_id bigint not null,
  fact_id bigint not null,
  at timestamptz not null,
  day date not null,
  amount bigint,
  times int not null,
  birthday boolean not null
);
