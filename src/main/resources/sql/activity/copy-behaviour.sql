-- Takes in staged behaviour.
-- in: rows in binary format. out: rows written. Not safe to repeat before discard-behaviour-rows.
copy activity.behaviour_row (intake_id, external_id, type, happened_at, count)
from stdin
with (format binary)
