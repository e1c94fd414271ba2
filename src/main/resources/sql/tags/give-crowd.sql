-- Gives a crowd a tag, and writes it down; who has it keeps it as it is. After displace-crowd.
-- in: tag, staff or segment (the other null), cause, cause_id, when, day. out: rows given. Safe to repeat: what a user has is not given again.
with given as (
  insert into tags.user_tag (user_id, tag_id, staff_id, segment_id, single_group, since, expires_on)
  select c.user_id, t.tag_id, cast(:staff as bigint), cast(:segment as bigint), t.single_group, cast(:when as timestamptz),
         cast(:day as date) + t.lifetime_days
  from (
    select distinct user_id
    from tag_crowd
  ) c
  join users.users u on u.user_id = c.user_id
  join tags.tag_terms t on t.tag_id = :tag
  order by c.user_id
  on conflict do nothing
  returning user_id, tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'GIVEN', :cause, cast(:cause_id as bigint)
from given
order by user_id
