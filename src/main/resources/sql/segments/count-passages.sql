-- How many came to a segment or went. in: segment. out: one number. Reads only.
select count(*)
from segments.passage
where segment_id = :segment
