-- One group.
-- in: group. out: group_id, name, choice, description. Reads only.
select group_id, name, choice, description
from tags.tag_group
where group_id = :group
