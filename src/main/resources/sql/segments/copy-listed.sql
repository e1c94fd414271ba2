-- Takes in the values of a list: line n as 2 n, as it was written, and as 2 n + 1, as the registry would keep it, where that
-- differs. in: rows in binary format. out: rows written. Not safe to repeat before forget-listed.
copy segments.listed (segment_id, line_no, value)
from stdin
with (format binary)
