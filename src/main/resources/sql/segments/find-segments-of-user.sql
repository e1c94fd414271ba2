-- The segments a user is a member of. in: user. out: segment_id, name, since. Reads only.
select s.segment_id, s.name, m.since
from segments.member m
join segments.segment s on s.segment_id = m.segment_id
where m.user_id = :user
  and s.state <> 'ARCHIVED'
order by s.name
