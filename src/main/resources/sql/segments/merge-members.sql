-- Lets the user who stays be a member where the one who goes was. in: survivor, absorbed. Safe to repeat.
insert into segments.member (user_id, segment_id, since)
select :survivor, m.segment_id, m.since
from segments.member m
where m.user_id = :absorbed
on conflict (user_id, segment_id) do nothing
