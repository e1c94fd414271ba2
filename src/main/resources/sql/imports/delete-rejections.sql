-- Forgets the refused lines of an import.
-- in: import. Safe to repeat.
delete from imports.rejection
where import_id = :import
