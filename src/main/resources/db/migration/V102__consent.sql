-- Whether a user agreed to be sent text messages or e-mails: null where nobody ever said.
alter table users.users
  add column sms_consent boolean,
  add column email_consent boolean;
alter table users.intake_row
  add column sms_consent boolean,
  add column email_consent boolean;

-- What a user said of it and when, one row after another: nothing is ever changed or taken away as long as the user is there.
create table users.consent_entry (
  user_id bigint not null,
  entry_id bigint generated always as identity,
  medium text not null check (medium in ('SMS', 'EMAIL')),
  given boolean,
  happened_at timestamptz not null,
  cause text not null check (cause in ('IMPORT', 'UNDO', 'MERGE', 'STAFF')),
  intake_id bigint,
  said_by text,
  reason text,
  primary key (user_id, entry_id),
  check ((cause in ('IMPORT', 'UNDO')) = (intake_id is not null)),
  check ((cause in ('MERGE', 'STAFF')) = (said_by is not null)),
  check ((cause = 'STAFF') = (reason is not null))
);
comment on column users.consent_entry.given is 'Null where nobody knows any more, as after an import that had said it was undone.';
create index consent_entry_by_staff on users.consent_entry (user_id) where cause = 'STAFF';

alter table profiles.profile
  add column sms_consent boolean,
  add column email_consent boolean;
