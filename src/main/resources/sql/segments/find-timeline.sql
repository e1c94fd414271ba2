-- When a user came to segments and left them, the latest first. Two users who are one by now came together if they did at one refresh.
-- in: users (numbers with commas between), at and key (all are below them), limit. Reads only.
select p.at, p.key, p.segment_id, s.name, p.entered
from (
  select distinct at, segment_id, entered, segment_id * 2 + entered::int as key
  from segments.passage
  where user_id = any (cast(string_to_array(:users, ',') as bigint[]))
) p
join segments.segment s on s.segment_id = p.segment_id
where (p.at, p.key) < (:at, :key)
order by p.at desc, p.key desc
limit :limit
