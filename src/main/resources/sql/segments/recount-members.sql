-- Says how many members a segment has by now. in: segment. Safe to repeat.
update segments.standing t
set members = c.members,
    revision = case when t.members = c.members then t.revision else gen_random_uuid() end
from (
  select count(*) as members
  from segments.member m
  where m.segment_id = :segment
) c
where t.segment_id = :segment
