-- Writes refused lines.
-- in: rows in text format. out: rows written. Not safe to repeat before delete-rejections or delete-merge-rejections: a line is refused once.
copy imports.rejection (import_id, line_no, stage, reason, column_name, fact)
from stdin
