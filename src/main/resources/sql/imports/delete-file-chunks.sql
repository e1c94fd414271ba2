-- Deletes the bytes of a file that is not wanted any more.
-- in: import. Safe to repeat.
delete from imports.file_chunk
where import_id = :import
