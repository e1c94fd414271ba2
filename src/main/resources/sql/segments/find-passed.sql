-- Who came to a segment, or left it, at one refresh. in: segment, when, entered. out: user_id. Reads only.
select user_id
from segments.passage
where segment_id = :segment
  and at = :when
  and entered = :entered
