-- The picture of a reward.
-- in: reward. out: at most one row. Reads only.
select media_type, content, etag
from points.reward_picture
where reward_id = :reward
