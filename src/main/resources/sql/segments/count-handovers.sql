-- How often a membership of a segment went from one user to another by a merge. in: segment. out: one number. Reads only.
select count(*)
from segments.handover
where segment_id = :segment
