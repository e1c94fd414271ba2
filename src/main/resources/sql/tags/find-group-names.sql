-- Every group, by its name.
-- out: group_id, name, choice, description. Reads only.
select group_id, name, choice, description
from tags.tag_group
order by lower(name), group_id
