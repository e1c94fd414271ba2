-- Says how many members a segment has by now. in: segment. Safe to repeat.
update segments.standing
set members = (select count(*) from segments.member m where m.segment_id = :segment)
where segment_id = :segment
