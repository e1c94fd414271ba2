-- Writes refused lines.
-- in: rows in binary format. out: rows written. Not safe to repeat before delete-rejections or delete-merge-rejections: a line is refused once.
copy imports.rejection (import_id, line_no, stage, reason, column_name, fact, user_id, other_user_id)
from stdin
with (format binary)
