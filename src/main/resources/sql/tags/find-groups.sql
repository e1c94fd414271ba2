-- Every tag with its group and how many users have it; groups and tags by their names.
-- out: group_id, group_name, choice, group_description, tag_id, name, colour, description, owner_id, owner_name, lifetime_days, fed_by,
-- users. Reads only.
select g.group_id, g.name as group_name, g.choice, g.description as group_description, t.tag_id, t.name, t.colour, t.description,
       t.owner_id, a.name as owner_name, t.lifetime_days, t.fed_by, coalesce(used.users, 0) as users
from tags.tag_group g
left join tags.tag t on t.group_id = g.group_id
left join staff.account a on a.id = t.owner_id
left join (
  select tag_id, count(*) as users
  from tags.user_tag
  group by tag_id
) used on used.tag_id = t.tag_id
order by lower(g.name), g.group_id, used.users desc nulls last, t.name
