-- What groups and tags are, beyond their names.
alter table tags.tag_group
  add column choice text not null default 'MULTI' check (choice in ('SINGLE', 'MULTI')),
  add column description text not null default '' check (length(description) <= 300);
comment on column tags.tag_group.choice is 'SINGLE: a user has at most one tag of the group, the one given last.';

alter table tags.tag
  add column description text not null default '' check (length(description) <= 300),
  add column owner_id bigint references staff.account on delete set null,
  add column lifetime_days int check (lifetime_days between 1 and 3650),
  add column fed_by bigint;
comment on column tags.tag.owner_id is 'The member of staff who answers for it.';
comment on column tags.tag.lifetime_days is 'For how many days after the one it was given on a user has it; null is for good.';
comment on column tags.tag.fed_by is 'The segment that gives and takes it.';

-- Names that tags and groups had, or that of tags merged into them: files and saved mappings that say them still mean them.
create table tags.former_group_name (
  name text primary key check (name = lower(name)),
  group_id bigint not null references tags.tag_group on delete cascade
);
create table tags.former_tag_name (
  group_id bigint not null references tags.tag_group on delete cascade,
  name text not null,
  tag_id bigint not null references tags.tag on delete cascade,
  primary key (group_id, name)
);
create index former_tag_name_tag on tags.former_tag_name (tag_id);

-- What deleted and merged tags were called, for the history that names them.
create table tags.gone_tag (
  tag_id bigint primary key,
  group_name text not null,
  name text not null,
  colour smallint not null,
  merged_into bigint,
  gone_at timestamptz not null
);

alter table tags.user_tag
  add column segment_id bigint,
  add column single_group bigint,
  add column expires_on date,
  drop constraint user_tag_check,
  add constraint user_tag_source check (num_nonnulls(intake_id, staff_id, segment_id) = 1);
comment on column tags.user_tag.segment_id is 'The segment that gave it, and takes it away again.';
comment on column tags.user_tag.single_group is 'The group of the tag where that is a single choice, so that nobody can have two.';
comment on column tags.user_tag.expires_on is 'The last business day on which the user has it.';
create unique index user_tag_single on tags.user_tag (user_id, single_group) where single_group is not null;
create index user_tag_expiry on tags.user_tag (expires_on) where expires_on is not null;
drop index tags.user_tag_intake;
create index user_tag_intake on tags.user_tag (intake_id) where intake_id is not null;

alter table tags.taken_tag
  alter column intake_id drop not null,
  add column staff_id bigint,
  add column segment_id bigint,
  add column expires_on date,
  add constraint taken_tag_source check (num_nonnulls(intake_id, staff_id, segment_id) = 1);
create index taken_tag_tag on tags.taken_tag (tag_id);
