-- An import can be taken back.
alter table imports.import_file
  drop constraint import_file_state_check,
  add constraint import_file_state_check check (
    state in ('UPLOADED', 'REHEARSING', 'REHEARSED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE', 'DISCARDED')
  ),
  add column undo_reversed bigint,
  add column undo_kept bigint,
  add column undo_failed bigint,
  add column undone_at timestamptz,
  add check (state <> 'UNDONE' or (undone_at is not null and undo_reversed + undo_kept + undo_failed = created + updated + new_users));

-- Whom a refused line is about, and to whom belongs what it claims: two users that may be one.
alter table imports.rejection
  add column user_id bigint,
  add column other_user_id bigint;
