-- What segments are called, archived ones too.
-- in: segments (numbers with commas between). out: segment_id, name. Reads only.
select segment_id, name
from segments.segment
where segment_id = any (cast(string_to_array(:segments, ',') as bigint[]))
