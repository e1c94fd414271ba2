-- Gives back the tags that an intake took away, to users who are still there and have not got them again since.
-- in: intake. out: rows written. Safe to repeat: what a user has is not given again.
insert into tags.user_tag (user_id, tag_id, intake_id, since)
select k.user_id, k.tag_id, k.intake_id, k.since
from tags.taken_tag k
join users.users u on u.user_id = k.user_id
where k.taken_by = :intake
  and not exists (
    select
    from tags.user_tag h
    where h.user_id = k.user_id
      and h.tag_id = k.tag_id
  )
order by k.user_id, k.tag_id
