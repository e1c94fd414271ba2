-- Takes in staged activity.
-- in: rows in binary format. out: rows written. Not safe to repeat before discard-behaviour-intake: a line is staged once.
copy activity.behaviour_intake_row (intake_id, line_no, external_id, phone, email, type, happened_at, count, attributes)
from stdin
with (format binary)
