-- What was staged under an intake: how many rows, and which kinds of identity they give, with commas between them. Not logged, as the
-- rows themselves: after a crash nothing is staged.
create unlogged table users.intake_staged (
  intake_id bigint primary key,
  rows bigint not null,
  given text not null
);
create unlogged table activity.intake_staged (
  intake_id bigint primary key,
  rows bigint not null,
  given text not null,
  last_line bigint not null
);

-- Figures on their way into user_metrics, of touched users or of all.
alter table metrics.touched_figures rename to computed_figures;
