-- Lists of users that members of staff come back to: filters, order and columns under a name.
create table profiles.list_view (
  view_id bigint generated always as identity primary key,
  owner_id bigint not null,
  owner_name text not null,
  name text not null check (name <> '' and length(name) <= 80),
  parameters text[] not null,
  shared boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version bigint not null default 0
);
comment on column profiles.list_view.owner_id is 'The member of staff, as the module staff numbers them.';
comment on column profiles.list_view.parameters is 'What stands in the address of the list, as name=value; never what was searched for.';
create unique index list_view_name on profiles.list_view (owner_id, lower(name));
create index list_view_shared on profiles.list_view (name) where shared;

-- How a member of staff wants the list to open.
create table profiles.list_habit (
  staff_id bigint primary key,
  columns text[] not null,
  view_id bigint references profiles.list_view on delete set null,
  version bigint not null default 0
);
comment on column profiles.list_habit.columns is 'In their order; none means the usual ones.';
comment on column profiles.list_habit.view_id is 'The view that opens where no other list was asked for.';
create index list_habit_view on profiles.list_habit (view_id);
