-- One piece of an uploaded file.
-- in: import, seq (from 0). out: at most one row. Reads only.
select bytes
from imports.file_chunk
where import_id = :import
  and seq = :seq
