-- How many users have a tag.
-- in: tag. out: one number. Reads only.
select count(*)
from tags.user_tag
where tag_id = :tag
