-- Notes of each segment a user is a member of that its members are about to be others. in: absorbed. Repeated, it notes it once more.
insert into segments.handover (segment_id)
select m.segment_id
from segments.member m
where m.user_id = :absorbed
