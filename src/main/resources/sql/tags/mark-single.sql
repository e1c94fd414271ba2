-- Lets the tags that users have of a group know whether it is a single choice.
-- in: group. Safe to repeat: only what differs is written.
update tags.user_tag h
set single_group = t.single_group
from tags.tag_terms t
where t.group_id = :group
  and h.tag_id = t.tag_id
  and h.single_group is distinct from t.single_group
