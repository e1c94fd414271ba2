-- How many users have several tags of a group.
-- in: group. out: one number. Reads only.
select count(*)
from (
  select h.user_id
  from tags.tag t
  join tags.user_tag h on h.tag_id = t.tag_id
  where t.group_id = :group
  group by h.user_id
  having count(*) > 1
) several
