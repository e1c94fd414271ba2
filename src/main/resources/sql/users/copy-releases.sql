-- Lets staged rows claim identities that others take from their users.
-- in: rows in binary format. out: rows written. Not safe to repeat before delete-releases.
copy users.intake_release (intake_id, kind, value)
from stdin
with (format binary)
