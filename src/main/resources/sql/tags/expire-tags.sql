-- Takes away the tags whose last day is over, and writes it down.
-- in: as_of, when. out: rows taken. Safe to repeat: what is taken is no longer there.
with gone as (
  delete from tags.user_tag
  where expires_on < :as_of
  returning user_id, tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', 'EXPIRY', null
from gone
order by user_id, tag_id
