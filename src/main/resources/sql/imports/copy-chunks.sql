-- Writes the pieces of an uploaded file.
-- in: rows in binary format. out: rows written. Not safe to repeat: a piece is written once.
copy imports.file_chunk (import_id, seq, bytes)
from stdin binary
