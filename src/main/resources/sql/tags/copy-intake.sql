-- Takes in staged tags.
-- in: rows in binary format. out: rows written. Not safe to repeat before discard-intake: a line and group is staged once.
copy tags.intake_row (intake_id, line_no, group_name, names, external_id, phone, email)
from stdin
with (format binary)
