-- How many users have how many tags; those without any are not among them.
-- out: tags, users. Reads only.
select one.tags, count(*) as users
from (
  select user_id, count(*) as tags
  from tags.user_tag
  group by user_id
) one
group by one.tags
order by one.tags
