-- Makes the users a query finds the members of a segment; says of those who come and those who go when. They are held against the members
-- once, and only the difference is written.
-- in, by place: {0} the query, which finds each user once, {1} segment, {2} when. out: entered, gone, members. Safe to repeat.
with matched as materialized (
  {0}
), difference as materialized (
  select coalesce(x.user_id, m.user_id) as user_id, m.user_id is null as enters
  from matched x
  full join (
    select user_id
    from segments.member
    where segment_id = {1}
  ) m on m.user_id = x.user_id
  where x.user_id is null or m.user_id is null
), gone as (
  delete from segments.member m
  using difference d
  where m.segment_id = {1}
    and m.user_id = d.user_id
    and not d.enters
  returning m.user_id
), entered as (
  insert into segments.member (user_id, segment_id, since)
  select user_id, {1}, {2}
  from difference
  where enters
  returning user_id
), passed as (
  insert into segments.passage (user_id, segment_id, at, entered)
  select user_id, {1}, {2}, true
  from entered
  union all
  select user_id, {1}, {2}, false
  from gone
)
select
  (select count(*) from entered) as entered,
  (select count(*) from gone) as gone,
  (select count(*) from matched) as members
