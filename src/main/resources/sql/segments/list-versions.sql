-- What tells the members that segments in use, and one more, have now from those they had before. in: segment (the one more).
-- out: segment_id, revision, handovers. Reads only.
select s.segment_id, s.revision, count(h.handover_id) as handovers
from segments.standing s
join segments.segment g on g.segment_id = s.segment_id
left join segments.handover h on h.segment_id = s.segment_id
where g.state <> 'ARCHIVED'
  or g.segment_id = :segment
group by s.segment_id, s.revision
