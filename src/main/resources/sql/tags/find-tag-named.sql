-- The tag of a name in a group.
-- in: group, name. out: tag_id. Reads only.
select tag_id
from tags.tag
where group_id = :group
  and name = :name
