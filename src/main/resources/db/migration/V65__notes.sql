-- What staff wrote down about users. A note that was removed stays, so that the trail of it does.
create table users.note (
  user_id bigint not null,
  note_id bigint generated always as identity,
  form_key uuid not null,
  author_id bigint not null,
  author text not null,
  text text not null check (length(text) between 1 and 2000),
  pinned boolean not null default false,
  written_at timestamptz not null,
  changed_by text,
  changed_at timestamptz,
  removed_by text,
  removed_at timestamptz,
  version int not null default 0,
  primary key (user_id, note_id),
  unique (user_id, form_key),
  check ((changed_by is null) = (changed_at is null)),
  check ((removed_by is null) = (removed_at is null))
);
comment on column users.note.form_key is 'Which form it was sent with: a form sent twice is one note.';
comment on column users.note.version is 'Grows with every change of the text.';

-- What a note said before it was changed. Append-only.
create table users.note_version (
  user_id bigint not null,
  note_id bigint not null,
  version int not null,
  text text not null,
  replaced_by text not null,
  replaced_at timestamptz not null,
  primary key (user_id, note_id, version)
);
