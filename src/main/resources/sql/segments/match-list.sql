-- Puts those a list names into the temporary table matched. in: segment. out: rows. Safe to repeat after creating it.
insert into matched (user_id)
select distinct i.user_id
from segments.listed l
join users.identity i on i.value = l.value and i.kind in ('EXTERNAL_ID', 'PHONE', 'EMAIL')
where l.segment_id = :segment
