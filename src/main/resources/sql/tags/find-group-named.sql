-- The group of a name.
-- in: name. out: group_id. Reads only.
select group_id
from tags.tag_group
where lower(name) = lower(:name)
