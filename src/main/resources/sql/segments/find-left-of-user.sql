-- The segments a user was a member of and is no longer: when the user came last and left, the latest first.
-- in: user, users (the user and those merged into it, numbers with commas between). out: segment_id, name, came, gone. Reads only.
select s.segment_id, s.name, p.came, p.gone
from (
  select segment_id, max(at) filter (where entered) as came, max(at) filter (where not entered) as gone
  from segments.passage
  where user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  group by segment_id
) p
join segments.segment s on s.segment_id = p.segment_id
where s.state <> 'ARCHIVED'
  and p.gone is not null
  and not exists (
    select
    from segments.member m
    where m.user_id = :user
      and m.segment_id = p.segment_id
  )
order by p.gone desc, s.segment_id
limit 50
