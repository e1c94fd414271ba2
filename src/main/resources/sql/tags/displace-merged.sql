-- Takes what a merged tag takes the place of in a single choice, and writes it down.
-- in: survivor, absorbed, when. Safe to repeat.
with gone as (
  delete from tags.user_tag h
  using tags.user_tag a
  where a.tag_id = :absorbed
    and h.user_id = a.user_id
    and h.single_group = (select single_group from tags.tag_terms where tag_id = :survivor)
    and h.tag_id not in (:survivor, :absorbed)
  returning h.user_id, h.tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', 'TAG_MERGED', cast(:absorbed as bigint)
from gone
order by user_id
