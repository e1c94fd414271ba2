alter table points.earned_fact
  add column returned bigint not null default 0 check (returned >= 0),
  add column returned_waived bigint not null default 0 check (returned_waived >= 0);
comment on column points.earned_fact.returned is 'What refunds took back and was given back, since they were undone; also what of it had been waived.';
comment on column points.earned_fact.returned_waived is 'What of that had been waived, and so was not given back.';
