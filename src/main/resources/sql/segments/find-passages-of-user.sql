-- When a user entered and left a segment, the latest first. in: segment, user. out: at most 50 rows. Reads only.
select at, entered
from segments.passage
where user_id = :user
  and segment_id = :segment
order by at desc
limit 50
