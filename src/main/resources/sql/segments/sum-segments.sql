-- What the members of some segments bring. in: segments (numbers with commas between them).
-- out: segment_id, users, orders, net, window_net (minor units). Reads only.
select
  m.segment_id,
  count(*) as users,
  coalesce(sum(p.orders), 0) as orders,
  coalesce(sum(p.net_amount), 0) as net,
  coalesce(sum(p.window_net), 0) as window_net
from segments.member m
join profiles.profile p on p.user_id = m.user_id
where m.segment_id = any (string_to_array(:segments, ',')::bigint[])
group by m.segment_id
