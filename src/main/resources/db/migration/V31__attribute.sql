-- What a company keeps of its users beyond the fields everyone has. Values stand in users.users.attributes by the code.
create table users.attribute (
  code text primary key check (code <> '' and length(code) <= 60 and position(',' in code) = 0),
  label text not null check (label <> '' and length(label) <= 60),
  type text not null check (type in ('TEXT', 'NUMBER', 'DATE', 'YES_NO', 'CHOICE')),
  choices text[] not null default '{}' check (type = 'CHOICE' or choices = '{}'),
  created_by text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  version bigint not null default 0
);
comment on column users.attribute.retired_at is 'Since when it is no longer offered or shown; values that users have stay.';
create unique index attribute_label on users.attribute (lower(label)) where retired_at is null;
