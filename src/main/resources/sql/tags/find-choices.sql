-- Every tag with its group, to choose from; without counting who has it.
-- out: group_id, group_name, choice, tag_id, name, colour. Reads only.
select g.group_id, g.name as group_name, g.choice, t.tag_id, t.name, t.colour
from tags.tag_group g
join tags.tag t on t.group_id = g.group_id
order by lower(g.name), g.group_id, t.name
