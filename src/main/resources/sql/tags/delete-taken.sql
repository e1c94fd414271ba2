-- Takes away the tags that keep-taken has remembered.
-- in: intake. Safe to repeat.
delete from tags.user_tag h
using tags.taken_tag k
where k.taken_by = :intake
  and h.user_id = k.user_id
  and h.tag_id = k.tag_id
  and h.intake_id = k.intake_id
