-- Takes back the tags that an intake gave, and writes it down.
-- in: intake, when. out: rows taken. Safe to repeat.
with gone as (
  delete from tags.user_tag
  where intake_id = :intake
  returning user_id, tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', 'UNDO', :intake
from gone
order by user_id, tag_id
