-- Who declines says why, so that who asked knows. What was declined before says nothing.
alter table points.adjustment_request
  add column decided_why text not null default '' check (length(decided_why) <= 300),
  add check (decided_why = '' or state = 'DECLINED');
alter table points.bulk_grant
  add column decided_why text not null default '' check (length(decided_why) <= 300),
  add check (decided_why = '' or state = 'DECLINED');
comment on column points.adjustment_request.decided_why is 'What the second manager said who declined; empty for all else.';
comment on column points.bulk_grant.decided_why is 'What the second manager said who declined; empty for all else.';
