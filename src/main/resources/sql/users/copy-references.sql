-- Takes in staged references.
-- in: rows in binary format. out: rows written. Not safe to repeat before discard-references.
copy users.intake_reference (intake_id, external_id, phone, email, seen_at, channel)
from stdin
with (format binary)
