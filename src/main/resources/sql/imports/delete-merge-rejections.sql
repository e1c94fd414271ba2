-- Forgets the lines of an import that the registry or the facts refused.
-- in: import. Safe to repeat.
delete from imports.rejection
where import_id = :import
  and stage = 'MERGE'
