-- Forgets a list. in: segment. Safe to repeat.
delete from segments.listed
where segment_id = :segment
