-- Files that other systems bring by themselves.
alter table imports.import_file
  add column token_id bigint,
  add column idempotency_key text check (length(idempotency_key) between 1 and 255),
  add column delivered_mapping text,
  add column commit_when_rehearsed boolean not null default false,
  add column max_rejected bigint check (max_rejected >= 0);
comment on column imports.import_file.token_id is 'The token of the system that brought it; null if a member of staff did.';
comment on column imports.import_file.delivered_mapping is 'The remembered mapping it was to be matched by, as it was called.';
comment on column imports.import_file.commit_when_rehearsed is 'Whether the rehearsal is followed by the commit without anyone asking for it.';
comment on column imports.import_file.max_rejected is 'If more rows are rejected, it is not committed by itself.';

-- What a system sends under the same key is the same import.
create unique index import_file_idempotency on imports.import_file (token_id, idempotency_key)
  where idempotency_key is not null and state <> 'DISCARDED';

-- Such a file has no uploader who could go on with it, and no date.
alter table imports.import_file drop constraint import_file_arriving_check;
alter table imports.import_file add constraint import_file_arriving_check
  check (
    state <> 'UPLOADING'
    or (received is not null and (token_id is not null or (uploader_id is not null and modified is not null)))
  );
