create schema if not exists segments;
comment on schema segments is 'Users who satisfy a rule, or were listed.';

create table segments.segment (
  segment_id bigint generated always as identity primary key,
  name text not null check (name <> '' and length(name) <= 80),
  description text not null default '' check (length(description) <= 500),
  kind text not null check (kind in ('DYNAMIC', 'STATIC')),
  state text not null check (state in ('ACTIVE', 'PAUSED', 'ARCHIVED')),
  fault text,
  rule jsonb,
  rule_version int not null default 0,
  feeds_tag bigint,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version bigint not null default 0,
  check ((kind = 'DYNAMIC') = (rule is not null)),
  check ((state = 'PAUSED') = (fault is not null))
);
comment on column segments.segment.fault is 'Why it is paused: its members are those of its last refresh.';
comment on column segments.segment.feeds_tag is 'The tag that members are given, and lose when they leave.';
create unique index segment_name on segments.segment (lower(name)) where state <> 'ARCHIVED';

-- Every rule a segment ever had.
create table segments.rule_version (
  segment_id bigint not null references segments.segment,
  rule_version int not null,
  rule jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (segment_id, rule_version)
);

-- A part of its own for each segment, so that reading a segment is reading a table.
create table segments.member (
  user_id bigint not null,
  segment_id bigint not null,
  since timestamptz not null,
  primary key (user_id, segment_id)
) partition by list (segment_id);

-- Who came and who went, and when.
create table segments.passage (
  user_id bigint not null,
  segment_id bigint not null,
  at timestamptz not null,
  entered boolean not null,
  primary key (user_id, segment_id, at)
);
create index passage_segment on segments.passage (segment_id, at desc, user_id);

-- How each refresh ended, whether or not anybody came or went.
create table segments.refresh (
  segment_id bigint not null references segments.segment,
  at timestamptz not null,
  as_of date not null,
  members bigint not null check (members >= 0),
  entered bigint not null check (entered >= 0),
  gone bigint not null check (gone >= 0),
  duration_ms bigint not null check (duration_ms >= 0),
  primary key (segment_id, at)
);

-- What the last refresh of each segment says; an error stands beside the members of the refresh before it.
create table segments.standing (
  segment_id bigint primary key references segments.segment,
  members bigint not null,
  as_of date,
  refreshed_at timestamptz,
  duration_ms bigint,
  error text
);

create function segments.open_members(p_segment bigint) returns void
language plpgsql
as $$
begin
  execute format('create table if not exists segments.member_%s partition of segments.member for values in (%s)', p_segment, p_segment);
end
$$;

-- Identities of a list on their way to their users; each can be read again from the list, so it is not logged.
create unlogged table segments.listed (
  segment_id bigint not null,
  line_no bigint not null,
  value text not null
);
