-- What tells the members that a segment has now from those it had before. in: segment. out: segment_id, revision, handovers; nothing before
-- its first refresh. Reads only.
select
  s.segment_id,
  s.revision,
  (select count(*) from segments.handover h where h.segment_id = s.segment_id) as handovers
from segments.standing s
where s.segment_id = :segment
