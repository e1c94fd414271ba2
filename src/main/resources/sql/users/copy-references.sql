-- Takes in staged references.
-- in: rows in binary format. out: rows written. Safe to repeat: the same reference may stand there many times.
copy users.intake_reference (intake_id, kind, value, seen_at, channel)
from stdin
with (format binary)
