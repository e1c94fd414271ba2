-- Lets those go who leave a segment, and makes members of those who come and still have a profile; says of each when. Of those who are no
-- users any more nothing is said.
-- in: segment, when; who comes and who leaves stands in the temporary table difference. out: entered, gone. Safe to repeat.
with gone as (
  delete from segments.member m
  using difference d
  where m.segment_id = :segment
    and m.user_id = d.user_id
    and not d.enters
  returning m.user_id
), left_behind as (
  -- Asked one by one: a join would look through all users, as nobody can tell beforehand how few are gone.
  select g.user_id
  from gone g
  where (select true from users.users u where u.user_id = g.user_id)
), entered as (
  insert into segments.member (user_id, segment_id, since)
  select d.user_id, :segment, :when
  from difference d
  join profiles.profile p on p.user_id = d.user_id
  where d.enters
  on conflict do nothing
  returning user_id
), passed as (
  insert into segments.passage (user_id, segment_id, at, entered)
  select user_id, :segment, :when, true
  from entered
  union all
  select user_id, :segment, :when, false
  from left_behind
)
select
  (select count(*) from entered) as entered,
  (select count(*) from left_behind) as gone
