-- Files wrapped in something, and files that arrive piece by piece.
alter table imports.import_file
  add column container text not null default 'PLAIN'
    check (container in ('PLAIN', 'GZIP', 'ZIP', 'WORKBOOK', 'ZIPPED_WORKBOOK')),
  add column sheets text[] not null default '{}',
  add column sheet text not null default '',
  add column received bigint check (received between 0 and bytes),
  add column uploader_id bigint,
  add column modified bigint;

alter table imports.import_file drop constraint import_file_state_check;
alter table imports.import_file add constraint import_file_state_check
  check (
    state in (
      'UPLOADING', 'UPLOADED', 'REHEARSING', 'REHEARSED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE', 'DISCARDED'
    )
  );
alter table imports.import_file add constraint import_file_arriving_check
  check (state <> 'UPLOADING' or (received is not null and uploader_id is not null and modified is not null));

create index import_file_arriving on imports.import_file (uploaded_at) where state = 'UPLOADING';
