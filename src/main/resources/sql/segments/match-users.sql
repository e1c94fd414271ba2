-- Puts those whose numbers a list holds into the temporary table matched. in: segment. out: rows. Safe to repeat after creating it.
insert into matched (user_id)
select distinct u.user_id
from segments.listed l
join users.users u on u.user_id = cast(l.value as bigint)
where l.segment_id = :segment
