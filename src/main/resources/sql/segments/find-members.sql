-- The members of a segment. in: segment. out: user_id. Reads only.
select user_id
from segments.member
where segment_id = :segment
