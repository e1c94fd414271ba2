-- How many users have at least one tag of each group.
-- out: group_id, name, choice, tags (how many the group has), users. Reads only.
select g.group_id, g.name, g.choice, coalesce(there.tags, 0) as tags, coalesce(had.users, 0) as users
from tags.tag_group g
left join (
  select group_id, count(*) as tags
  from tags.tag
  group by group_id
) there on there.group_id = g.group_id
left join (
  select one.group_id, count(*) as users
  from (
    select t.group_id, h.user_id
    from tags.user_tag h
    join tags.tag t on t.tag_id = h.tag_id
    group by t.group_id, h.user_id
  ) one
  group by one.group_id
) had on had.group_id = g.group_id
order by users desc, lower(g.name)
