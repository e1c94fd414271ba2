-- One tag.
-- in: tag. out: tag_id, group_id, group_name, choice, name, colour, description, owner_id, owner_name, lifetime_days, fed_by. Reads only.
select t.tag_id, g.group_id, g.name as group_name, g.choice, t.name, t.colour, t.description, t.owner_id, a.name as owner_name,
       t.lifetime_days, t.fed_by
from tags.tag t
join tags.tag_group g on g.group_id = t.group_id
left join staff.account a on a.id = t.owner_id
where t.tag_id = :tag
