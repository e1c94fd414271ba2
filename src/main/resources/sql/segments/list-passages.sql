-- Who came to a segment and who went, the latest first. in: segment, limit, offset. out: rows. Reads only.
select user_id, at, entered
from segments.passage
where segment_id = :segment
order by at desc, user_id
limit :limit
offset :offset
