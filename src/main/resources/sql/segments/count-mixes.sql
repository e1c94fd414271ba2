-- How the members of some segments are made up: by class, stage, channel and city; what is not known counts as an empty text.
-- in: segments (numbers with commas between them). out: segment_id, dimension, value, users; the most common first. Reads only.
with members as (
  select
    m.segment_id,
    coalesce(p.class_code, '') as class,
    coalesce(p.stage, '') as stage,
    coalesce(p.channel, '') as channel,
    coalesce(p.city, '') as city
  from segments.member m
  join profiles.profile p on p.user_id = m.user_id
  where m.segment_id = any (string_to_array(:segments, ',')::bigint[])
)
select
  segment_id,
  case
    when grouping(class) = 0 then 'CLASS'
    when grouping(stage) = 0 then 'STAGE'
    when grouping(channel) = 0 then 'CHANNEL'
    else 'CITY'
  end as dimension,
  coalesce(class, stage, channel, city) as value,
  count(*) as users
from members
group by grouping sets ((segment_id, class), (segment_id, stage), (segment_id, channel), (segment_id, city))
order by users desc, value
