comment on schema tags is 'Labels on users, in groups.';

create table tags.tag_group (
  group_id bigint generated always as identity primary key,
  name text not null check (name <> '' and length(name) <= 60),
  created_at timestamptz not null
);
create unique index tag_group_name on tags.tag_group (lower(name));

create table tags.tag (
  tag_id bigint generated always as identity primary key,
  group_id bigint not null references tags.tag_group,
  name text not null check (name <> '' and length(name) <= 60),
  colour smallint not null check (colour between 1 and 6),
  created_at timestamptz not null,
  unique (group_id, name)
);

-- Who has which tag, why and since when. Without foreign keys: millions of rows come in at once, and each key would cost a trigger per row.
create table tags.user_tag (
  user_id bigint not null,
  tag_id bigint not null,
  intake_id bigint,
  staff_id bigint,
  since timestamptz not null,
  primary key (user_id, tag_id),
  check (num_nonnulls(intake_id, staff_id) = 1)
);
comment on column tags.user_tag.intake_id is 'The import that gave it; null where a member of staff did.';
create index user_tag_tag on tags.user_tag (tag_id);
create index user_tag_intake on tags.user_tag (intake_id);

-- What a replacing import took away, to be given back when it is undone.
create table tags.taken_tag (
  taken_by bigint not null,
  user_id bigint not null,
  tag_id bigint not null,
  intake_id bigint not null,
  since timestamptz not null,
  primary key (taken_by, user_id, tag_id)
);

-- Rows of a file on their way in, the names of a row with chr(31) between them; each can be made again from the file, so it is not logged.
create unlogged table tags.intake_row (
  intake_id bigint not null,
  line_no bigint not null,
  group_name text not null,
  names text not null,
  external_id text,
  phone text,
  email text,
  user_id bigint,
  primary key (intake_id, line_no, group_name)
);
