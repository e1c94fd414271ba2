-- Takes in the values of a list. in: rows in binary format. out: rows written. Not safe to repeat before forget-listed.
copy segments.listed (segment_id, line_no, value)
from stdin
with (format binary)
