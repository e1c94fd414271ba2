-- Keeps the picture of a reward.
-- in: reward, media_type, content, etag. out: rows written. Safe to repeat: there is one picture.
insert into points.reward_picture (reward_id, media_type, content, etag)
values (:reward, :media_type, :content, :etag)
on conflict (reward_id) do update
set media_type = excluded.media_type,
  content = excluded.content,
  etag = excluded.etag
