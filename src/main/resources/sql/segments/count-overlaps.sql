-- How many users are members of exactly which of some segments. in: segments (numbers with commas between them; at most 20).
-- out: mask (a bit for each, the first being 1), users, net (minor units). Reads only.
select mask, count(*) as users, coalesce(sum(p.net_amount), 0) as net
from (
  select m.user_id, bit_or(1 << (array_position(string_to_array(:segments, ',')::bigint[], m.segment_id) - 1)) as mask
  from segments.member m
  where m.segment_id = any (string_to_array(:segments, ',')::bigint[])
  group by m.user_id
) u
left join profiles.profile p on p.user_id = u.user_id
group by mask
