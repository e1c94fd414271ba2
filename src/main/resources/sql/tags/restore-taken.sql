-- Gives back the tags that an intake took away, to users who are still there and have not got them, or another of the same single choice,
-- since; and writes it down.
-- in: intake, when. out: rows given. Safe to repeat: what a user has is not given again.
with given as (
  insert into tags.user_tag (user_id, tag_id, intake_id, staff_id, segment_id, single_group, since, expires_on)
  select k.user_id, k.tag_id, k.intake_id, k.staff_id, k.segment_id, t.single_group, k.since, k.expires_on
  from tags.taken_tag k
  join users.users u on u.user_id = k.user_id
  join tags.tag_terms t on t.tag_id = k.tag_id
  where k.taken_by = :intake
  order by k.user_id, k.tag_id
  on conflict do nothing
  returning user_id, tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'GIVEN', 'UNDO', :intake
from given
order by user_id, tag_id
