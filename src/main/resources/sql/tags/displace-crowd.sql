-- Takes from a crowd what a tag of a single choice takes the place of, and writes it down.
-- in: tag, cause, cause_id, when. out: rows taken. Safe to repeat: what is taken is no longer there.
with gone as (
  delete from tags.user_tag h
  using (select distinct user_id from tag_crowd) c
  where h.user_id = c.user_id
    and h.single_group = (select single_group from tags.tag_terms where tag_id = :tag)
    and h.tag_id <> :tag
  returning h.user_id, h.tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', :cause, cast(:cause_id as bigint)
from gone
order by user_id
