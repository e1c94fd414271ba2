-- Takes away the tags that keep-taken has remembered, and writes it down.
-- in: intake, when. Safe to repeat.
with gone as (
  delete from tags.user_tag h
  using tags.taken_tag k
  where k.taken_by = :intake
    and h.user_id = k.user_id
    and h.tag_id = k.tag_id
    and h.intake_id is not distinct from k.intake_id
    and h.staff_id is not distinct from k.staff_id
    and h.segment_id is not distinct from k.segment_id
    and h.since = k.since
  returning h.user_id, h.tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'TAKEN', 'IMPORT', :intake
from gone
order by user_id, tag_id
