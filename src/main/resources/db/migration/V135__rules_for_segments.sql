-- Segments a version of a rule is limited to: users who were in one of them when it happened. None is everybody.
create table points.earning_segment (
  rule_id bigint not null,
  version int not null,
  segment_id bigint not null,
  primary key (rule_id, version, segment_id),
  foreign key (rule_id, version) references points.earning_version
);
create index earning_segment_by_segment on points.earning_segment (segment_id);

alter table points.earned_fact
  add column outside boolean not null default false,
  add check (not outside or amount = 0);
comment on column points.earned_fact.outside is 'The user was in none of the segments the rule was limited to: no first time, and no points for ever.';
