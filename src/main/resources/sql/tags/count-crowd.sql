-- Of the users of a crowd that are there: how many, who has a tag already, and who would lose another of its single choice.
-- in: tag. out: users, having, losing. Reads only.
select count(*) as users, count(h.user_id) as having,
       count(*) filter (where h.user_id is null and o.user_id is not null) as losing
from (
  select distinct user_id
  from tag_crowd
) c
join users.users u on u.user_id = c.user_id
left join tags.user_tag h on h.user_id = c.user_id and h.tag_id = :tag
left join tags.user_tag o on o.user_id = c.user_id
  and o.single_group = (select single_group from tags.tag_terms where tag_id = :tag)
  and o.tag_id <> :tag
