-- How many lines of an import were refused while they were read.
-- in: import. out: one number. Reads only.
select count(*)
from imports.rejection
where import_id = :import
  and stage = 'PARSE'
