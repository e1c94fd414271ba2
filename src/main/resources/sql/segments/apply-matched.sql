-- Makes members of those who match and are none, and lets those go who match no longer; says of each when.
-- in: segment, when; those who match stand in the temporary table matched. out: entered, gone, members. Safe to repeat.
with gone as (
  delete from segments.member m
  where m.segment_id = :segment
    and not exists (
      select
      from matched x
      where x.user_id = m.user_id
    )
  returning m.user_id
), entered as (
  insert into segments.member (user_id, segment_id, since)
  select x.user_id, :segment, :when
  from matched x
  where not exists (
    select
    from segments.member m
    where m.segment_id = :segment
      and m.user_id = x.user_id
  )
  returning user_id
), passed as (
  insert into segments.passage (user_id, segment_id, at, entered)
  select user_id, :segment, :when, true
  from entered
  union all
  select user_id, :segment, :when, false
  from gone
  returning entered
)
select
  count(*) filter (where entered) as entered,
  count(*) filter (where not entered) as gone,
  (select count(*) from matched) as members
from passed
