-- The tags of one user, by group and name.
-- in: user. out: tag_id, group_name, name, colour, intake_id, since. Reads only.
select t.tag_id, g.name as group_name, t.name, t.colour, h.intake_id, h.since
from tags.user_tag h
join tags.tag t on t.tag_id = h.tag_id
join tags.tag_group g on g.group_id = t.group_id
where h.user_id = :user
order by lower(g.name), t.name
