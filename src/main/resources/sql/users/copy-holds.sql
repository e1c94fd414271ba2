-- Takes in the users that another module cannot do without.
-- in: rows in binary format. out: rows written. Safe to repeat: the same user may stand there many times.
copy users.undo_hold (intake_id, user_id, reason)
from stdin
with (format binary)
