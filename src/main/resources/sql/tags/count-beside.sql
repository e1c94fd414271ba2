-- How many users have a tag and another one of some group.
-- in: tag, group. out: one number. Reads only.
select count(distinct h.user_id)
from tags.user_tag h
join tags.user_tag o on o.user_id = h.user_id and o.tag_id <> h.tag_id
join tags.tag t on t.tag_id = o.tag_id
where h.tag_id = :tag
  and t.group_id = :group
