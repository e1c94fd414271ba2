-- Puts the members of another segment into the temporary table matched. in: other. out: rows. Safe to repeat after creating it.
insert into matched (user_id)
select m.user_id
from segments.member m
where m.segment_id = :other
